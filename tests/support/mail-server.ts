import type { AddressInfo } from "node:net";
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509";
import { SMTPServer } from "smtp-server";

export interface Arrived {
  readonly to: readonly string[];
  /** The header's value, unfolded. */
  readonly header: (name: string) => string;
  /** The parts as a reader sees them, one after the other. */
  readonly text: string;
  /** Whether it came over TLS. */
  readonly isSecret: boolean;
}

export interface MailServer {
  /** `smtp://user:password@127.0.0.1:port`, with the password it asks for. */
  readonly url: string;
  /** How many have said a password, right or wrong, and not over TLS. */
  readonly toldInPlainWords: () => number;
  readonly arrived: Arrived[];
  /** What it says to the next letters instead of taking them: SMTP codes. */
  readonly refusals: number[];
  close(): Promise<void>;
}

const PASSWORD = "correct-horse";

/** Every address of this machine that a test calls a server by; the last one is not taken for this machine's own. */
const ADDRESSES = ["127.0.0.1", "0.0.0.0"];

/** A certificate nobody in the world vouches for, and its key: PEM. */
export async function aServerCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Mail server of a test",
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 3_600_000),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new SubjectAlternativeNameExtension(ADDRESSES.map((value) => ({ type: "ip" as const, value }))),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  return { cert: certificate.toString("pem"), key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` };
}

/** A real SMTP server on loopback. It asks who one is, as servers do. `tls`: how it speaks it, and with which certificate; none: it does not. */
export async function aMailServer(tls?: { by: "starttls" | "implicit"; key: string; cert: string }): Promise<MailServer> {
  const arrived: Arrived[] = [];
  let toldInPlainWords = 0;
  const refusals: number[] = [];
  const server = new SMTPServer({
    ...(tls ? { key: tls.key, cert: tls.cert, secure: tls.by === "implicit" } : { disabledCommands: ["STARTTLS"] }),
    allowInsecureAuth: !tls,
    onAuth: ({ username, password }, { secure }, done) => {
      if (!secure) toldInPlainWords += 1;
      return username === "studio" && password === PASSWORD ? done(null, { user: username }) : done(new Error("Who are you?"));
    },
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift();
      done(code === undefined ? null : Object.assign(new Error("Not now."), { responseCode: code }));
    },
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString();
        const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/gu, " ");
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, "imu").exec(head)?.[1] ?? "";
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), header, text: decoded(raw), isSecret: secure });
        done();
      });
    },
  });
  // Whoever hangs up before TLS stands, because they do not believe who this is, is no fault of the server.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${tls?.by === "implicit" ? "smtps" : "smtp"}://studio:${PASSWORD}@127.0.0.1:${port}`,
    toldInPlainWords: () => toldInPlainWords,
    arrived,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Quoted-printable as it reads. */
function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r\n/gu, "")
    .replace(/=([0-9A-F]{2})/gu, (_sign, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
