import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Arrived {
  readonly to: readonly string[];
  /** The header's value, unfolded. */
  readonly header: (name: string) => string;
  /** The parts as a reader sees them, one after the other. */
  readonly text: string;
}

export interface MailServer {
  /** `smtp://user:password@127.0.0.1:port`, with the password it asks for. */
  readonly url: string;
  readonly arrived: Arrived[];
  /** What it says to the next letters instead of taking them: SMTP codes. */
  readonly refusals: number[];
  close(): Promise<void>;
}

const PASSWORD = "correct-horse";

/** A real SMTP server on loopback. It asks who one is, as servers do. */
export async function aMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "studio" && password === PASSWORD ? done(null, { user: username }) : done(new Error("Who are you?")),
    onRcptTo: (_address, _session, done) => {
      const code = refusals.shift();
      done(code === undefined ? null : Object.assign(new Error("Not now."), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString();
        const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/gu, " ");
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, "imu").exec(head)?.[1] ?? "";
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), header, text: decoded(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://studio:${PASSWORD}@127.0.0.1:${port}`,
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
