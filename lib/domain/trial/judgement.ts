import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { DefectKind } from "../review/defect";
import { Id, Instant } from "../wire";

export const Verdict = z.enum(["pass", "fail"]);
export type Verdict = z.infer<typeof Verdict>;

/** One judge's word on one cell. */
export const Judgement = z
  .strictObject({
    verdict: Verdict,
    /** What is wrong with it, where it fails. */
    defectKind: DefectKind.nullable().default(null),
    note: PlainText.max(500).default(""),
  })
  .refine(({ verdict, defectKind }) => verdict === "fail" || defectKind === null, "A picture that passes has no defect.");
export type Judgement = z.infer<typeof Judgement>;

export const JudgementView = z.strictObject({
  memberId: Id,
  judge: z.string(),
  verdict: Verdict,
  defectKind: DefectKind.nullable(),
  note: z.string(),
  judgedAt: Instant,
});
export type JudgementView = z.infer<typeof JudgementView>;

/** What judges say together: the majority, and a tie fails – a picture half of them would send back is no accepted one. */
export function verdictOf(judgements: readonly Pick<Judgement, "verdict">[]): Verdict | null {
  if (judgements.length === 0) return null;
  const passes = judgements.filter(({ verdict }) => verdict === "pass").length;
  return passes * 2 > judgements.length ? "pass" : "fail";
}
