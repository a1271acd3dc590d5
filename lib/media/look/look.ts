import { Worker } from "node:worker_threads";
import sharp from "sharp";
import { log } from "@/lib/log";
import { takeTurns } from "../turns";
import { FromThread, LOOK_SIDE, type Seen, type ToThread } from "./messages";

/** A picture takes 50–80 ms, loading the network 0.5 s; on a machine that is busy with everything else ten times that. */
const PATIENCE_MS = 30_000;
/** Without work for this long the thread ends: its 130 MB are never given back otherwise. */
const IDLE_MS = 20_000;

const turn = takeTurns(1);
let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let isUnable = false;

/**
 * What the network sees in a picture, in a thread of its own that is started when first needed, so that heartbeats keep going. Same bytes, same
 * numbers. Null when this machine cannot run the network: no WebAssembly, or a processor without what its kernels need.
 * @throws when the bytes are no picture, or looking took too long
 */
export async function look(bytes: Uint8Array): Promise<Seen | null> {
  const rgb = await sharp(bytes, { pages: 1 })
    .autoOrient()
    .flatten({ background: "#808080" })
    .toColourspace("srgb")
    .resize(LOOK_SIDE, LOOK_SIDE, { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer();
  return turn(async () => {
    if (isUnable) return null;
    clearTimeout(idle);
    thread ??= startThread();
    const current = thread;
    try {
      current.ref();
      return await answerOf(current, { rgb });
    } catch (error) {
      end(current);
      throw error;
    } finally {
      current.unref();
      idle = setTimeout(() => end(current), IDLE_MS).unref();
    }
  });
}

function end(current: Worker): void {
  if (thread === current) thread = undefined;
  void current.terminate();
}

function startThread(): Worker {
  return new Worker(new URL("./start-look-thread.mjs", import.meta.url), {
    // Neither keys nor the database's address: it is told nothing.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
}

function answerOf(worker: Worker, message: ToThread): Promise<Seen | null> {
  return new Promise((settle, fail) => {
    const done = (what: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      what();
    };
    const timer = setTimeout(() => done(() => fail(new Error("Looking at the picture took too long."))), PATIENCE_MS);
    const onError = (error: Error) => done(() => fail(error));
    const onExit = () => done(() => fail(new Error("The thread that looks at pictures has ended.")));
    const onMessage = (said: unknown) => {
      const read = FromThread.safeParse(said);
      if (!read.success) return done(() => fail(read.error));
      const answer = read.data;
      switch (answer.kind) {
        case "seen":
          return done(() => settle(answer.seen));
        case "failed":
          return done(() => fail(new Error(answer.reason)));
        case "unable":
          isUnable = true;
          log.warn("worker", "manner and unsafe content are not measured on this machine", { reason: answer.reason });
          return done(() => settle(null));
        default:
          return answer satisfies never;
      }
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(message);
  });
}
