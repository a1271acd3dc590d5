import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import type { JsonValue } from "../../engine";
import { paintPicture } from "../paint-picture";
import { releaseGarbage, setCollector } from "../raster/memory";
import { UnreadableReference } from "../references/decode";
import type { PaintTask, ThreadMessage } from "./messages";

/** A painting thread: takes one picture at a time, so that its memory is that of one picture. */
const port = parentPort;
if (port === null) throw new Error("thread.ts runs as a worker thread only");

setFlagsFromString("--expose-gc");
setCollector(runInNewContext("gc"));

function post(message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

port.on("message", async ({ taskId, request }: PaintTask) => {
  try {
    const { png, parsed } = await paintPicture(request, (share) => post({ kind: "progress", taskId, share }));
    const scene: JsonValue = JSON.parse(JSON.stringify(parsed.spec));
    const bytes = new Uint8Array(png);
    releaseGarbage();
    post({ kind: "painted", taskId, png: bytes, report: { understood: parsed.understood, ignored: parsed.ignored, scene } }, [
      bytes.buffer,
    ]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    post({ kind: "failed", taskId, reason, isInputFault: error instanceof UnreadableReference });
  }
});
