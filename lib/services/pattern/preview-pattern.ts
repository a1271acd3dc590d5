import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { refusalOfValues } from "@/lib/domain/pattern/template";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { askAnew } from "@/lib/jobs/queue";
import { requireUser } from "../library/curated-shelf";
import { personOf } from "../person";
import { read } from "../read";
import { usedVersion } from "./fill-version";

/** Questions are remembered for a minute. */
const MOST_A_MINUTE = 60;

/**
 * Asks what a version would give for some values, painted by the draft engine: free, one picture, and nothing of it is kept – no prompt, no run,
 * no asset, no line in the ledger. The worker paints it, because engines are reached from there alone. Asked again before it is there,
 * the older question is dropped: of one person at most one preview is painted at a time. Read the answer with `pattern.get-preview`.
 */
export const previewPattern = read({
  verb: "pattern.preview",
  permission: "run.start",
  input: z.strictObject({ versionId: Id, values: z.record(z.string().max(40), PlainText.max(500)).default({}) }),
  output: z.strictObject({ previewId: Id }),
  async run({ db, actor }, { versionId, values }) {
    const { workspaceId, memberId } = personOf(actor);
    const { template, pattern } = await usedVersion(db, workspaceId, versionId);
    requireUser(actor, pattern.library);
    const refusal = refusalOfValues(template, values);
    if (refusal) throw new AppError("BAD_INPUT", refusal);
    const payload = { workspaceId, versionId, values };
    const previewId = await askAnew({ name: "pattern.preview", payload, asker: memberId }, MOST_A_MINUTE);
    if (previewId === null) throw new AppError("TOO_MANY_REQUESTS", "That is many previews in a minute. Go on in a moment, or run it.");
    return { previewId };
  },
});
