import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const YEARS = 10;
const DAY_MS = 86_400_000;
/** What C2PA asks a signing certificate to be for: protecting documents, and claims of C2PA. */
const PURPOSES = ["1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.62558.2.1"];

export interface IdentityFiles {
  /** PEM, the signer's certificate first. */
  readonly certificate: string;
  /** PEM, PKCS #8, for its owner alone. */
  readonly key: string;
}

/**
 * A key and a certificate of this studio's own, made once. Any number of processes may ask at the same time: each makes a set of its own
 * beside the place, the first one's is moved there whole, and all use that.
 */
export async function makeLocalIdentity(folder: string, now: Date): Promise<IdentityFiles> {
  const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  if (await isThere(files.key)) return files;
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  try {
    const { certificate, key } = await drawIdentity(now);
    await writeFile(join(draft, "certificate.pem"), certificate, { mode: 0o600 });
    await writeFile(join(draft, "key.pem"), key, { mode: 0o600 });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await isThere(files.key))) throw error;
  }
  return files;
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function drawIdentity(now: Date): Promise<{ certificate: string; key: string }> {
  const [root, leaf] = await Promise.all([drawKeys(), drawKeys()]);
  const mark = randomBytes(4).toString("hex");
  const rootName = `CN=Selects studio ${mark} (not trusted by others), O=Selects`;
  const common = {
    issuer: rootName,
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + YEARS * 365 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    signingKey: root.privateKey,
  };
  const rootCertificate = await X509CertificateGenerator.create({
    ...common,
    serialNumber: randomSerial(),
    subject: rootName,
    publicKey: root.publicKey,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(root.publicKey),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...common,
    serialNumber: randomSerial(),
    subject: `CN=Selects studio ${mark}, O=Selects`,
    publicKey: leaf.publicKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(PURPOSES, false),
      await AuthorityKeyIdentifierExtension.create(root.publicKey),
      await SubjectKeyIdentifierExtension.create(leaf.publicKey),
    ],
  });
  // The root's key is not kept: nothing else is ever signed with it.
  const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", leaf.privateKey));
  return { certificate: `${certificate.toString("pem")}\n${rootCertificate.toString("pem")}\n`, key: pem(key) };
}

const drawKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);

/** Positive, as a serial number must be. */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString("hex");
}

const pem = (key: Buffer) =>
  `-----BEGIN PRIVATE KEY-----\n${key.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END PRIVATE KEY-----\n`;
