import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import type { ExaminationWish } from "./examine-file";
import { lookAt } from "./look-at";

/** An examining process: looks at one file, says what it found, and ends. */

const MAX_MEMORY = 1_600 * 1024 * 1024;
const WATCH_MS = 100;

process.once("message", async (wish: ExaminationWish) => {
  const answer = await lookAt(wish).then(
    (file) => ({ kind: "examined", file }),
    (error: unknown) => {
      if (!(error instanceof AppError)) log.error("verify", "a file could not be examined", {}, error);
      const sentence = error instanceof AppError ? error.message : "The file cannot be read.";
      return { kind: "refused", code: error instanceof AppError && error.code === "TOO_LARGE" ? "TOO_LARGE" : "BAD_INPUT", sentence };
    },
  );
  process.send?.(answer, () => process.exit(0));
});
// Without a parent there is nobody to tell.
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) process.abort();
}, WATCH_MS).unref();
