import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import type { PreparedVideo } from "@/lib/domain/asset/media";
import { VIDEO_REFUSALS } from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { takeTurns } from "../../turns";
import type { FileBytes } from "../file-bytes";
import { FromInspector, type ToInspector } from "./messages";

/** Longer than `prepareVideo` takes until it says by itself that a file takes too long. */
const LOOK_MS = 120_000;
/** How a process ends that a file has brought down: its codec broke, or it took more memory than any video needs. */
const BROUGHT_DOWN: readonly (NodeJS.Signals | null)[] = ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE"];

const turn = takeTurns(1);

/**
 * Looks at a video somebody sent, as `prepareVideo` does, in a process of its own: native codecs may crash, hang or swell over a hostile file, and
 * then a process ends, not the worker with every job it has in hand.
 * @throws AppError with a sentence for people when the file is not taken; any other error may pass, and so does an abort of `signal`
 */
export function inspectVideo(file: FileBytes, signal: AbortSignal, maxBytes = MAX_VIDEO_BYTES): Promise<PreparedVideo> {
  return turn(async () => {
    signal.throwIfAborted();
    const child = fork(fileURLToPath(new URL("./start-inspector.mjs", import.meta.url)), [], {
      // Neither keys nor the database's address: it is told nothing.
      env: { NODE_ENV: "production" },
      execArgv: ["--max-old-space-size=768"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    try {
      return await answerOf(child, file, signal, maxBytes);
    } finally {
      child.kill("SIGKILL");
    }
  });
}

function answerOf(child: ChildProcess, file: FileBytes, signal: AbortSignal, maxBytes: number): Promise<PreparedVideo> {
  return new Promise((settle, fail) => {
    const tell = (message: ToInspector) => child.connected && child.send(message, () => undefined);
    const onStop = () => fail(signal.reason);
    const timer = setTimeout(() => fail(refused(VIDEO_REFUSALS.tooSlow)), LOOK_MS);
    signal.addEventListener("abort", onStop, { once: true });
    child.on("error", fail);
    child.on("exit", (code, ended) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onStop);
      const isBroughtDown = BROUGHT_DOWN.includes(ended) || (code ?? 0) > 128;
      fail(isBroughtDown ? refused(VIDEO_REFUSALS.breaksReader) : new Error(`The inspecting process ended with ${ended ?? code}.`));
    });
    child.on("message", (said) => {
      const message = FromInspector.parse(said);
      switch (message.kind) {
        case "read": {
          const end = Math.min(message.end, file.byteSize);
          file.read(Math.min(message.start, end), end).then((bytes) => tell({ kind: "bytes", id: message.id, bytes }), fail);
          return;
        }
        case "prepared":
          return settle(message.video);
        case "refused":
          return fail(new AppError(message.code, message.sentence));
        case "failed":
          return fail(new Error(message.reason));
        default:
          return message satisfies never;
      }
    });
    tell({ kind: "look", byteSize: file.byteSize, maxBytes });
  });
}

const refused = (sentence: string) => new AppError("BAD_INPUT", sentence);
