import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternPreview } from "@/lib/domain/pattern/preview";
import { refusalOfValues } from "@/lib/domain/pattern/template";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { answerTo, askAnew } from "@/lib/jobs/queue";
import { requireUser } from "../library/curated-shelf";
import { personOf } from "../person";
import { read } from "../read";
import { usedVersion } from "./use-pattern";

/** A draft takes about a second; this long it may wait behind pictures somebody pays for. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;
/** Questions are remembered for a minute. */
const MOST_A_MINUTE = 60;

/**
 * What a version would give for some values, painted by the draft engine: free, one picture, and nothing of it is kept – no prompt, no run, no
 * asset, no line in the ledger. The worker paints it, because engines are reached from there alone; the picture comes back as the
 * answer to its job, so that nobody but who asked ever has an address for it. Asked again before it is there, the older question is
 * dropped: of one person at most one preview is painted at a time.
 */
export const previewPattern = read({
  verb: "pattern.preview",
  permission: "run.start",
  input: z.strictObject({ versionId: Id, values: z.record(z.string().max(40), PlainText.max(500)).default({}) }),
  output: PatternPreview,
  async run({ db, actor }, { versionId, values }) {
    const { workspaceId, memberId } = personOf(actor);
    const { template, pattern } = await usedVersion(db, workspaceId, versionId);
    requireUser(actor, pattern.library);
    const refusal = refusalOfValues(template, values);
    if (refusal) throw new AppError("BAD_INPUT", refusal);
    const payload = { workspaceId, versionId, values };
    const question = await askAnew({ name: "pattern.preview", payload, asker: memberId }, MOST_A_MINUTE);
    if (question === null) throw new AppError("TOO_MANY_REQUESTS", "That is many previews in a minute. Go on in a moment, or run it.");
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const said = await answerTo("pattern.preview", question);
      if (said.kind === "answered") return PatternPreview.parse(said.answer);
      if (said.kind === "gone") throw new AppError("CONFLICT", "Another preview was asked for instead.");
      await pause(LOOK_EVERY_MS);
    }
    throw new AppError("REFUSED", "The studio is busy with other pictures. The preview will be there when you change something again.");
  },
});
