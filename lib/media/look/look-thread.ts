import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "./messages";

/** The looking thread: loads the network for the first picture, takes one picture after the other. */
const port = parentPort;
if (port === null) throw new Error("look-thread.ts runs as a worker thread only");

const post = (message: FromThread) => port.postMessage(message);
/** One line: what does not load says so with its whole source. */
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";

// Imported only here, so that a package that does not even load is an answer too.
const network = import("./network").then(({ Network }) => Network.load());
network.catch((error) => post({ kind: "unable", reason: reasonOf(error) }));

port.on("message", async ({ rgb }: ToThread) => {
  const loaded = await network.catch(() => null);
  if (!loaded) return;
  try {
    post({ kind: "seen", seen: loaded.look(rgb) });
  } catch (error) {
    post({ kind: "failed", reason: reasonOf(error) });
  }
});
