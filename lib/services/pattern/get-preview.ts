import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternPreview } from "@/lib/domain/pattern/preview";
import { Id } from "@/lib/domain/wire";
import { answerTo } from "@/lib/jobs/queue";
import { personOf } from "../person";
import { read } from "../read";

/** A preview somebody asked for, with its picture once it is painted. It is theirs alone: nobody else has an address for it. */
export const getPreview = read({
  verb: "pattern.get-preview",
  permission: "run.start",
  input: z.strictObject({ previewId: Id }),
  output: PatternPreview,
  async run({ actor }, { previewId }) {
    const said = await answerTo("pattern.preview", previewId, personOf(actor).memberId);
    if (said.kind === "gone") throw new AppError("NOT_FOUND", "This preview is gone. Ask for it again.");
    return said.kind === "waiting" ? { kind: "waiting" as const } : PatternPreview.parse(said.answer);
  },
});
