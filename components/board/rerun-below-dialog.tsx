"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CornerDownLeft } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { Money } from "@/components/ui/money";
import { Skeleton } from "@/components/ui/skeleton";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import { useHistory } from "@/lib/client/history/history-provider";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { useSettled } from "@/lib/client/use-settled";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { Reach } from "@/lib/domain/prompt/below";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { changeBetween } from "@/lib/domain/prompt/lineage";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import type { PromptView } from "@/lib/domain/prompt/view";
import { BelowChange, DifferenceChips } from "./below-change";

export interface RerunBelowDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The prompt at the top. */
  readonly prompt: PromptView;
  readonly models: readonly CatalogueModel[];
}

/**
 * Runs a prompt and everything below it again by their own recipes, with a change where one is chosen here: first the plan
 * with its price, then all of it at once. What is being written in the composer is not taken unless it is asked for.
 */
export function RerunBelowDialog({ open, onOpenChange, prompt, models }: RerunBelowDialogProps) {
  const desk = useDeskStore();
  const history = useHistory();
  const queries = useQueryClient();
  const was = onCurrentRevision(prompt.recipe, models);
  const [top, setTop] = useState<Recipe>(was);
  const [reach, setReach] = useState<Reach>("inherited");
  const asked = { promptId: prompt.id, change: changeBetween(was, top), reach };
  const written = JSON.stringify(asked);
  const planned = useSettled(written);
  const plan = useQuery({
    ...studio.prompt.planBelow.queryOptions({ input: JSON.parse(planned) as typeof asked, meta: { isQuiet: true } }),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const rerun = useMutation({
    mutationFn: async (quoteMicros: string) => {
      let first: string | null = null;
      let count = 0;
      const after = () => queries.invalidateQueries({ queryKey: studio.board.key() });
      const act = {
        title: "running again from here downwards",
        forth: async () => {
          if (first === null) {
            const { promptIds } = await rpc.prompt.rerunBelow({ ...asked, quoteMicros });
            first = promptIds[0] ?? null;
            count = promptIds.length;
          } else await rpc.prompt.archive({ promptId: first, archived: false });
          await after();
        },
        // What waits is cancelled and costs nothing; what was made stays, put away with its prompts.
        back: async () => {
          if (first !== null) await rpc.prompt.archive({ promptId: first, archived: true, stops: true });
          await after();
        },
      };
      await history.act(act);
      if (first !== null) desk.getState().show(first);
      return { act, count };
    },
    meta: { isQuiet: true },
    onSuccess: ({ act, count }) => {
      onOpenChange(false);
      announce({
        tone: "plain",
        text: `${countOf(count)} ${count === 1 ? "is" : "are"} on their way.`,
        action: { label: "Undo", run: () => void history.undo(act).catch(() => undefined) },
      });
    },
  });
  const { origin, recipe: draft, pattern } = desk.getState().draft;
  const offered = origin.kind === "branch" && origin.promptId === prompt.id && pattern === null ? changeBetween(was, draft) : {};
  const canTake = Object.keys(offered).length > 0 && JSON.stringify(asked.change) !== JSON.stringify(offered);
  const prompts = plan.data?.prompts ?? [];
  const isStale = plan.isPlaceholderData || planned !== written;
  const refusal =
    top.text.trim() === "" && was.text.trim() !== ""
      ? "Write a prompt first."
      : plan.error
        ? sentenceOf(plan.error)
        : !plan.data || isStale
          ? "The plan is being made."
          : (prompts.find((row) => row.refusal !== null)?.refusal ??
            (plan.data.fits ? null : "All of it costs more than the project's budget has left."));
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Run again from here downwards"
      description="This prompt and every one below it run again by their own recipes, as a branch beside what exists, which is not touched."
      size="large"
      submitLabel={plan.data && !isStale ? `Run ${countOf(prompts.length)}` : "Run"}
      disabledReason={refusal}
      busy={rerun.isPending}
      onSubmit={() => plan.data && rerun.mutate(plan.data.quoteMicros)}
    >
      <BelowChange
        was={was}
        top={top}
        onTop={setTop}
        reach={reach}
        onReach={setReach}
        models={models}
        error={rerun.error ? sentenceOf(rerun.error) : null}
      />
      {canTake ? (
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          <span className="min-w-0 flex-1">A branch of this prompt is being written in the composer. It is not part of this.</span>
          <Button size="small" icon={<CornerDownLeft size={12} aria-hidden />} onClick={() => setTop({ ...was, ...draft })}>
            Take its change
          </Button>
        </p>
      ) : null}
      <section aria-label="The plan" className="grid gap-1.5">
        <h3 className="flex justify-between text-xs text-muted">
          <span>What will be made</span>
          {/* What cannot run has no price, and is not free either. */}
          <span>
            {plan.data && prompts.every((row) => row.refusal === null) ? <Money micros={plan.data.quoteMicros} as="price" /> : null}
          </span>
        </h3>
        {plan.error ? (
          <p className="text-sm text-bad">{sentenceOf(plan.error)}</p>
        ) : plan.data ? (
          <ol className={`grid max-h-72 gap-px overflow-y-auto rounded-md bg-line ${isStale ? "opacity-60" : ""}`}>
            {prompts.map((row) => (
              <li key={row.fromId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 bg-surface px-2.5 py-1.5 text-sm">
                <span dir="auto" className="font-mono text-xs [overflow-wrap:anywhere]">
                  {row.text}
                </span>
                <span className="text-right text-xs text-muted">
                  × {row.count}
                  {row.refusal === null ? (
                    <>
                      {" "}
                      · <Money micros={row.quoteMicros} as="price" />
                    </>
                  ) : null}
                </span>
                <span className="col-span-2 flex flex-wrap items-center gap-1 text-xs text-faint">
                  {row.difference.length === 0 ? "as it was" : <DifferenceChips difference={row.difference} />}
                </span>
                {row.collides ? (
                  <span className="col-span-2 text-xs text-warn">
                    {reach === "inherited"
                      ? "It changed the same words itself, and keeps its own."
                      : "It had changed the same words itself; the change goes before."}
                  </span>
                ) : null}
                {row.refusal !== null ? <span className="col-span-2 text-xs text-bad">{row.refusal}</span> : null}
              </li>
            ))}
          </ol>
        ) : (
          <Skeleton className="h-24 w-full rounded-md" />
        )}
      </section>
    </FormDialog>
  );
}

const countOf = (prompts: number) => (prompts === 1 ? "1 prompt" : `${prompts} prompts`);
