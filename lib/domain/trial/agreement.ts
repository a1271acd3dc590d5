import { z } from "zod";
import { nominalAlpha } from "../vote/agreement";
import type { Verdict } from "./judgement";

/** How far judges agree on the pictures that several of them judged. */
export const JudgeAgreement = z.strictObject({
  judges: z.int(),
  /** Pictures that at least two judged. */
  pictures: z.int(),
  /** Of all pairs of judgements of one picture, those that say the same. 0–1. */
  share: z.number(),
  /**
   * The same beyond chance: Krippendorff's alpha. Chosen over Cohen's and Fleiss' kappa – with which it agrees where they
   * apply – because judges need not have judged the same pictures. 1 = always the same, 0 = as by chance.
   */
  alpha: z.number(),
});
export type JudgeAgreement = z.infer<typeof JudgeAgreement>;

/** Null when no picture was judged twice. @param cells per picture: each judge's verdict by the judge */
export function judgeAgreement(cells: readonly ReadonlyMap<string, Verdict>[]): JudgeAgreement | null {
  const several = cells.filter(({ size }) => size >= 2);
  const alpha = nominalAlpha(several.map((verdicts) => [...verdicts.values()]));
  if (alpha === null) return null;
  let [same, pairs] = [0, 0];
  for (const verdicts of several) {
    const passes = [...verdicts.values()].filter((verdict) => verdict === "pass").length;
    const fails = verdicts.size - passes;
    pairs += (verdicts.size * (verdicts.size - 1)) / 2;
    same += (passes * (passes - 1) + fails * (fails - 1)) / 2;
  }
  return {
    judges: new Set(several.flatMap((verdicts) => [...verdicts.keys()])).size,
    pictures: several.length,
    share: same / pairs,
    alpha,
  };
}
