"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { createInOrder } from "@/lib/client/choosing/in-order";
import { useHistory } from "@/lib/client/history/history-provider";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { Judgement } from "@/lib/domain/trial/judgement";
import type { TrialView } from "@/lib/domain/trial/view";
import { withJudgement } from "./judging";

const inOrder = createInOrder();

/** Says whether cells pass, shown at the press and undoable; what is refused springs back with the reason. */
export function useJudging(trialId: string): (index: number, judgement: Judgement | null) => void {
  const queries = useQueryClient();
  const history = useHistory();
  const { labelOf } = useDefectKinds();
  const key = studio.trial.get.queryKey({ input: { trialId } });
  const judge = useMutation(studio.trial.judge.mutationOptions({ meta: { isQuiet: true } }));
  const takeBack = useMutation(studio.trial.takeBack.mutationOptions({ meta: { isQuiet: true } }));

  const put = async (index: number, judgement: Judgement | null) => {
    await queries.cancelQueries({ queryKey: key });
    queries.setQueryData(key, (trial: TrialView | undefined) => {
      if (!trial || judgement === null) return trial && withJudgement(trial, index, null);
      const mine = { memberId: "", judge: "You", judgedAt: new Date().toISOString(), ...judgement };
      return withJudgement(trial, index, mine);
    });
    try {
      await inOrder<unknown>([`${trialId} ${index}`], () =>
        judgement === null ? takeBack.mutateAsync({ trialId, cell: index }) : judge.mutateAsync({ trialId, cell: index, judgement }),
      );
    } catch (error) {
      announce({ tone: "bad", text: sentenceOf(error), id: "judge" });
      void queries.invalidateQueries({ queryKey: key });
      throw error;
    }
  };

  return (index, judgement) => {
    const before = queries.getQueryData(key)?.cells.find((cell) => cell.index === index)?.mine ?? null;
    const was = before && { verdict: before.verdict, defectKind: before.defectKind, note: before.note };
    const title = titleOf(judgement, labelOf);
    void history.act({ title, forth: () => put(index, judgement), back: () => put(index, was) }).catch(() => undefined);
  };
}

function titleOf(judgement: Judgement | null, labelOf: (kind: string) => string): string {
  if (judgement === null) return "take back a verdict";
  if (judgement.verdict === "pass") return "pass";
  return judgement.defectKind ? `fail: ${labelOf(judgement.defectKind).toLowerCase()}` : "fail";
}
