"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Money } from "@/components/ui/money";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useSettled } from "@/lib/client/use-settled";
import type { RecipeChange } from "@/lib/domain/prompt/lineage";
import { MAX_PROMPT_LENGTH } from "@/lib/domain/prompt/recipe";
import type { PromptView } from "@/lib/domain/prompt/view";

export interface RerunBelowDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The prompt at the top. */
  readonly prompt: PromptView;
}

/**
 * Runs a prompt and everything below it again with a change at the top: first the plan with its price, then all of it at
 * once. A branch of this prompt that is being written in the composer is the change it begins with.
 */
export function RerunBelowDialog({ open, onOpenChange, prompt }: RerunBelowDialogProps) {
  const desk = useDeskStore();
  const queries = useQueryClient();
  const [written] = useState((): RecipeChange => {
    const { origin, recipe } = desk.getState().draft;
    return origin.kind === "branch" && origin.promptId === prompt.id ? recipe : {};
  });
  const [text, setText] = useState(written.text ?? prompt.recipe.text);
  const planned = useSettled(text);
  const change = { ...written, text: planned };
  const plan = useQuery({
    ...studio.prompt.planBelow.queryOptions({ input: { promptId: prompt.id, change }, meta: { isQuiet: true } }),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const rerun = useMutation(
    studio.prompt.rerunBelow.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: ({ promptIds }) => {
        onOpenChange(false);
        const [first] = promptIds;
        if (first !== undefined) desk.getState().show(first);
        announce({ tone: "plain", text: `${countOf(promptIds.length)} on their way.` });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.board.key() }),
    }),
  );
  const prompts = plan.data?.prompts ?? [];
  const isStale = plan.isPlaceholderData || planned !== text;
  const refusal =
    text.trim() === ""
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
      description="The change at the top reaches every prompt below it; what each of them changed by itself stays. What exists is not touched."
      size="large"
      submitLabel={plan.data && !isStale ? `Run ${countOf(prompts.length)}` : "Run"}
      disabledReason={refusal}
      busy={rerun.isPending}
      onSubmit={() => plan.data && rerun.mutate({ promptId: prompt.id, change, quoteMicros: plan.data.quoteMicros })}
    >
      <Field label="The prompt at the top" error={rerun.error ? sentenceOf(rerun.error) : null}>
        <Textarea value={text} maxLength={MAX_PROMPT_LENGTH} rows={2} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
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
              <li key={row.fromId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 bg-surface px-2.5 py-1.5 text-sm">
                <span dir="auto" className="font-mono text-xs">
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
                {row.collides ? <span className="text-xs text-warn">It changed the same words itself, and keeps its own.</span> : null}
                {row.refusal !== null ? <span className="text-xs text-bad">{row.refusal}</span> : null}
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
