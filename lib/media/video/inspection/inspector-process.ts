import { AppError } from "@/lib/domain/errors";
import { prepareVideo } from "../prepare-video";
import type { FromInspector, ToInspector } from "./messages";

/**
 * An inspecting process: looks at one video whose bytes it asks its parent for, says what it found, and ends. It has neither keys nor files of
 * the studio in its hands, so whatever a hostile file makes the native codecs do stays here.
 */

/** A frame of cinema 4K takes 40 MB decoded, and a codec keeps up to 16 of them. Bytes. */
const MAX_MEMORY = 1_600 * 1024 * 1024;
const WATCH_MS = 100;

const waiting = new Map<number, (bytes: Uint8Array) => void>();
let asked = 0;

const say = (message: FromInspector) => new Promise<void>((said) => process.send?.(message, () => said()));

function read(start: number, end: number): Promise<Uint8Array> {
  const id = ++asked;
  return new Promise((arrived) => {
    waiting.set(id, arrived);
    void say({ kind: "read", id, start, end });
  });
}

async function look(byteSize: number, maxBytes: number): Promise<FromInspector> {
  try {
    return { kind: "prepared", video: await prepareVideo({ byteSize, read }, maxBytes) };
  } catch (error) {
    if (error instanceof AppError)
      return { kind: "refused", code: error.code === "TOO_LARGE" ? "TOO_LARGE" : "BAD_INPUT", sentence: error.message };
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", async (message: ToInspector) => {
  if (message.kind === "bytes") {
    waiting.get(message.id)?.(message.bytes);
    waiting.delete(message.id);
    return;
  }
  await say(await look(message.byteSize, message.maxBytes));
  process.exit(0);
});
// Without a parent there is nobody to tell.
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) process.abort();
}, WATCH_MS).unref();
