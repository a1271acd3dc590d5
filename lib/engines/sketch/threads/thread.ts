import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { paintPiece } from "../painters";
import { releaseGarbage, setCollector } from "../raster/memory";
import { UnfitRequest } from "../unfit-request";
import type { PaintTask, ThreadMessage } from "./messages";

/** A painting thread: takes one piece at a time, so that its memory is that of one piece. */
const port = parentPort;
if (port === null) throw new Error("thread.ts runs as a worker thread only");

setFlagsFromString("--expose-gc");
setCollector(runInNewContext("gc"));

function post(message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

port.on("message", async ({ taskId, request }: PaintTask) => {
  try {
    const piece = await paintPiece(request, (share) => post({ kind: "progress", taskId, share }));
    // A buffer of its own: what a pool of buffers lends out cannot be handed over.
    const bytes = new Uint8Array(piece.bytes);
    releaseGarbage();
    post({ kind: "painted", taskId, piece: { ...piece, bytes } }, [bytes.buffer]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    post({ kind: "failed", taskId, reason, isInputFault: error instanceof UnfitRequest });
  }
});
