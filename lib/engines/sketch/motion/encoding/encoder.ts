import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { EncodingOrder } from "./clip-format";

/** What an encoder says of itself when it fails is at the end of what it writes. */
const REMEMBERED_COMPLAINT = 2_000;

/**
 * Encodes one clip in a process of its own. A native codec must not live in a thread: ending the thread in the middle of a
 * frame aborts the whole process (seen with node-av 6.0). A process can be ended at any time, and a crash stays inside it.
 */
export class Encoder {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly ended: Promise<Uint8Array>;

  constructor(order: EncodingOrder) {
    this.child = spawn(process.execPath, [fileURLToPath(new URL("./start-encoder.mjs", import.meta.url))], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.ended = this.collect();
    // Whoever awaits `finish` hears of it; before that it must not count as unhandled.
    this.ended.catch(() => undefined);
    // Broken pipes are told by the exit.
    this.child.stdin.on("error", () => undefined);
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
  }

  /** Hands over one frame; its buffer may be used again when the promise resolves. Rejects when the encoder has ended. */
  async write(frame: Uint8Array): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.child.stdin.write(frame, (error) => (error ? reject(error) : resolve()));
    });
    await Promise.race([written, this.ended.then(() => undefined)]);
  }

  /** The file, once all frames were handed over. */
  async finish(): Promise<Uint8Array> {
    this.child.stdin.end();
    return await this.ended;
  }

  /** Ends the process. Safe to repeat, also after it has ended. */
  stop(): void {
    this.child.kill("SIGKILL");
  }

  private async collect(): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    let complaint = "";
    this.child.stdout.on("data", (part: Buffer) => parts.push(part));
    this.child.stderr.on("data", (part: Buffer) => {
      complaint = (complaint + part.toString("utf8")).slice(-REMEMBERED_COMPLAINT);
    });
    const [code, signal] = await once(this.child, "close");
    if (code !== 0) throw new Error(`The encoder ended with ${signal ?? code}: ${complaint.trim().split("\n").at(-1) ?? ""}`);
    return new Uint8Array(Buffer.concat(parts));
  }
}
