import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import type { ManifestSigner } from "./c2pa";
import { canSign, coseSigner } from "./cose-signer";
import { makeLocalIdentity } from "./local-identity";

/** Who signs what leaves the studio. */
export interface SigningIdentity {
  readonly signer: ManifestSigner;
  /** The signer's name and who vouches for it, as its certificate has them. */
  readonly name: string;
  readonly issuer: string;
  /** `local`: made here, so nobody outside has a reason to trust it. `configured`: the operator's own; whether others trust it they decide. */
  readonly kind: "local" | "configured";
  readonly validUntil: Date;
  /** SHA-256 of the certificate. */
  readonly fingerprint: string;
  /** PEM of the certificate at the end of the chain: what a signature of ours is known by. */
  readonly anchor: string;
}

/** The certificate or its key cannot be used; the sentence says which and why. Somebody at the machine has to do something. */
export class SigningIdentityError extends Error {}

const OTHERS_MAY = 0o077;

let known: { readonly from: string; readonly identity: Promise<SigningIdentity> } | undefined;

/**
 * The identity configured by `SELECTS_SIGNING_CERTIFICATE` and `SELECTS_SIGNING_KEY`, or one of this studio's own, made once in the data folder.
 * Read again when a certificate has changed only by a new process.
 * @throws SigningIdentityError
 */
export function signingIdentity(): Promise<SigningIdentity> {
  const { signing, dataDir } = env();
  const from = signing ? `${signing.certificate}\n${signing.key}` : dataDir;
  if (known?.from !== from) {
    const identity = signing ? loadIdentity(signing.certificate, signing.key, "configured") : localIdentity(join(dataDir, "signing"));
    known = { from, identity };
    // One that failed is asked for again: somebody may have put the files right.
    identity.catch(() => {
      if (known?.identity === identity) known = undefined;
    });
  }
  return known.identity;
}

async function localIdentity(folder: string): Promise<SigningIdentity> {
  const files = await makeLocalIdentity(folder, new Date());
  return loadIdentity(files.certificate, files.key, "local");
}

/** An identity from its files, the certificate as a PEM chain with the signer first. @throws SigningIdentityError */
export async function loadIdentity(certificateFile: string, keyFile: string, kind: SigningIdentity["kind"]): Promise<SigningIdentity> {
  const chain = certificatesIn(await readText(certificateFile, "certificate"), certificateFile);
  const key = await readKey(keyFile);
  const [leaf] = chain;
  const last = chain.at(-1);
  if (!leaf || !last) throw new SigningIdentityError(`There is no certificate in ${certificateFile}.`);
  if (!leaf.checkPrivateKey(key))
    throw new SigningIdentityError(`The key ${keyFile} is not the one of the certificate ${certificateFile}.`);
  return {
    signer: coseSigner(
      key,
      chain.map(({ raw }) => raw),
    ),
    name: nameIn(leaf.subject),
    issuer: nameIn(leaf.issuer),
    kind,
    validUntil: new Date(leaf.validTo),
    fingerprint: leaf.fingerprint256.replaceAll(":", "").toLowerCase(),
    anchor: last.toString(),
  };
}

async function readKey(file: string): Promise<KeyObject> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw new SigningIdentityError(`The signing key ${file} is not there.`, { cause });
  });
  if ((mode & OTHERS_MAY) !== 0)
    throw new SigningIdentityError(`Others on this machine may read the signing key ${file}: give it mode 0600 (chmod 600).`);
  const text = await readText(file, "key");
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (cause) {
    throw new SigningIdentityError(`The signing key ${file} is not an unencrypted private key in PEM.`, { cause });
  }
  if (!canSign(key))
    throw new SigningIdentityError(`C2PA knows no algorithm for the key ${file}: use P-256, P-384, P-521, Ed25519 or RSA.`);
  return key;
}

function readText(file: string, what: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new SigningIdentityError(`The signing ${what} ${file} cannot be read.`, { cause });
  });
}

function certificatesIn(pem: string, file: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new SigningIdentityError(`A certificate in ${file} cannot be read.`, { cause });
  }
}

/** The common name of a subject, else the whole of it. */
const nameIn = (subject: string) => /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ");
