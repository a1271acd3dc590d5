"use client";
import { CircleMinus, Play } from "lucide-react";
import { type ReactNode, type Ref, useEffect, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { useFloor } from "@/components/ui/floor";
import { Meter } from "@/components/ui/meter";
import { unless } from "@/components/ui/unless";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useRefusal } from "@/lib/client/use-refusal";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { assumptionOf } from "@/lib/domain/engine/pricing";
import { asksForGrid } from "@/lib/domain/grid/expand";
import { readInput } from "@/lib/domain/input/read-input";
import type { PatternChange } from "@/lib/domain/pattern/free-control";
import { onCurrentRevision, onModel } from "@/lib/domain/prompt/change-model";
import { MAX_PROMPT_LENGTH, Recipe } from "@/lib/domain/prompt/recipe";
import { firstQuality, type QualityRules } from "@/lib/domain/review/run-for-card";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { BudgetNote, useBudgetStanding } from "./budget-note";
import { CardNote } from "./card-note";
import { COMPOSER, COMPOSER_CLOSED, PROMPT_PLACEHOLDER } from "./composer-look";
import { ComposerControls, type PatternLocks } from "./controls";
import { EngineNote } from "./engine-note";
import { AddAxis, GridFields } from "./grid-fields";
import { GridPreview } from "./grid-preview";
import { ModelPicker } from "./model-picker";
import { OriginLine } from "./origin-line";
import { Overtaken } from "./overtaken";
import { PromptField } from "./prompt-field";
import { PromptHistory } from "./prompt-history";
import { QuoteFigure } from "./quote-figure";
import { ReferenceTray } from "./reference-tray";
import { gridOf, refusalOfGrid, useDraftedGrid, useStartGrid } from "./use-grid-draft";
import { useLaneQuality } from "./use-lane-quality";
import { useReferenceFiles } from "./use-reference-files";
import { useRunDraft } from "./use-run-draft";
import { useSaveRecipe } from "./use-save-recipe";
import { NoWeights } from "./word-weights";

export interface ComposerProps {
  readonly boardId: string;
  readonly projectId: string;
  /** What the project may still spend; null without a cap or while it is read. The studio checks it again before anything starts. */
  readonly leftMicros: bigint | null;
  readonly models: readonly CatalogueModel[];
  readonly textRef?: Ref<HTMLTextAreaElement>;
  /** What a draft that is written with a pattern needs; the composer knows nothing of patterns but their locks. */
  readonly pattern: ComposedPattern;
  /** The way to help with the words, made by its own surface. */
  readonly help?: ReactNode;
  /** The review card this board retries for: its runs are refused when no retry is left. */
  readonly card?: ComposedCard | null;
}

export interface ComposedCard {
  readonly id: string;
  readonly title: string;
  readonly lane: QualityRules;
  /** Why nothing can be run for it now; null when something can. */
  readonly refusal: string | null;
  /** Its approved attempt, whose recipe is edited here; null where nothing is approved, or the recipe is not this person's to edit. */
  readonly approvedId: string | null;
}

/** A pattern in the composer, made by its own surface. */
export interface ComposedPattern {
  /** Puts one into the draft. */
  readonly add: ReactNode;
  /** Stands where the prompt is written: the pattern with a field for each variable. */
  readonly fields: ReactNode;
  /** Why it cannot be run with these values; null when it can, and without a pattern. */
  readonly refusal: string | null;
  /** What may be set; null without a pattern. */
  readonly locks: PatternLocks | null;
  /** What of the recipe is set otherwise than the pattern does. */
  changeIn(recipe: Recipe): PatternChange;
}

const LANE_WORDS = { draft: ", which takes finals of a picked draft", final: ", which takes final quality only" } as const;
function laneWords(lane: QualityRules): string {
  const first = firstQuality(lane);
  return first ? LANE_WORDS[first] : "";
}

const OVER_BUDGET =
  "This run costs more than the project's budget has left. Use draft quality, make fewer variants, or ask a lead for more.";

/** What the studio would say to the recipe itself, whatever the engine. */
function notAccepted(recipe: Recipe): string | null {
  const read = readInput(Recipe, recipe);
  return "problem" in read ? read.problem.sentence : null;
}

/** Where prompts are written, priced and run. What is typed is kept in this browser until it runs. */
export function Composer({ boardId, projectId, leftMicros, models, textRef, pattern, help, card = null }: ComposerProps) {
  const floor = useFloor();
  const desk = useDeskStore();
  const draft = useDesk((state) => state.draft);
  const { origin, recipe, grid: gridDraft } = draft;
  const setRecipe = useDesk((state) => state.setRecipe);
  const setGrid = useDesk((state) => state.setGrid);
  const [hasNegative, setHasNegative] = useState(recipe.negative !== "");
  // What will be run is never out of sight: it may have come with a recipe.
  if (recipe.negative !== "" && !hasNegative) setHasNegative(true);
  const model = models.find((row) => row.engineId === recipe.model.engineId && row.capabilities.modelId === recipe.model.modelId);
  const modelName = model?.capabilities.name ?? "This model";
  // A text may be kept from before its model changed; what has not run yet runs on today's.
  useEffect(() => {
    const current = onCurrentRevision(recipe, models);
    if (current !== recipe) setRecipe({ model: current.model });
  }, [recipe, models, setRecipe]);
  const { locks } = pattern;
  const grid = useDraftedGrid(draft, models);
  const startGrid = useStartGrid(boardId);
  const price = grid ? (grid.planned.runs > 0 ? grid.planned : null) : model ? quoteOf(recipe, model.capabilities) : null;
  const quote = price?.mostMicros ?? null;
  const run = useRunDraft(boardId, card?.id ?? null);
  const saving = useSaveRecipe(boardId, card?.id ?? null, card?.approvedId ?? null);
  const runKeys = useChord("run");
  const notMine = useRefusal("run.start");
  const notForLane = useLaneQuality(card?.lane ?? null, model?.capabilities.qualities ?? []);
  const standing = useBudgetStanding(projectId, card?.id ?? null, quote);
  const files = useReferenceFiles(model?.capabilities);

  const isOverBudget = quote !== null && leftMicros !== null && quote > leftMicros;
  const refusal =
    notMine ??
    card?.refusal ??
    pattern.refusal ??
    notAccepted(recipe) ??
    (grid ? refusalOfGrid(grid, card !== null) : refusalOf(recipe, model?.capabilities)) ??
    notForLane ??
    (isOverBudget ? OVER_BUDGET : null) ??
    standing.stop;
  const start = () => {
    if (refusal !== null || run.isPending || startGrid.isPending) return;
    const now = desk.getState().draft;
    // The plan is a moment behind the typing: what would start is what was typed.
    if (now.pattern === null && (asksForGrid(now.recipe) || now.grid.axes.length > 0)) {
      const current = gridOf(now, models);
      startGrid.mutate({ draft: now, grid: current });
      return;
    }
    run.start({ draft: now, quoteMicros: quote?.toString(), change: pattern.changeIn(now.recipe) });
  };
  useKeys("board", { run: () => unless(refusal, start) });

  /** The words and controls go along; the pictures belonged to what it branched from. */
  const startAnew = () => {
    const { draft, setDraft } = desk.getState();
    if (draft.pattern) {
      setDraft({ ...draft, origin: { kind: "root" } });
      return;
    }
    setDraft({ ...draft, origin: { kind: "root" }, recipe: { ...draft.recipe, references: [] } });
    if (draft.recipe.references.length === 0) return;
    announce({
      tone: "plain",
      text: "A new prompt, with your words and without the references.",
      action: { label: "Keep the references", run: () => setRecipe({ references: draft.recipe.references }) },
    });
  };

  if (notMine !== null)
    return (
      <section ref={floor} aria-label="Composer" className={COMPOSER_CLOSED}>
        {notMine}
      </section>
    );
  return (
    <section ref={floor} aria-label="Composer" {...files.target} className={COMPOSER}>
      {files.isDropping ? (
        <div className="pointer-events-none absolute inset-1 z-10 grid place-items-center rounded-md border border-accent bg-surface text-sm text-accent-ink">
          Drop files to use them as references
        </div>
      ) : null}
      <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-4">
        <OriginLine origin={origin} onLeave={startAnew} />
        {card ? (
          <p className="min-w-0 truncate text-xs text-warn">
            Running for the card “<bdi>{card.title}</bdi>”{laneWords(card.lane)}
          </p>
        ) : null}
      </div>
      {run.overtaken ? <Overtaken sentence={run.overtaken} models={models} onSettled={run.settle} /> : null}
      <div className="grid grid-cols-1 gap-1.5 pt-1">
        <div className="grid min-w-0 grid-cols-1 gap-1.5">
          {locks ? (
            pattern.fields
          ) : (
            <PromptField
              {...(textRef ? { ref: textRef } : {})}
              label="Prompt"
              limit={MAX_PROMPT_LENGTH}
              value={recipe.text}
              placeholder={PROMPT_PLACEHOLDER}
              onChange={(text) => setRecipe({ text })}
              onSubmit={start}
              weights={model?.capabilities.wordWeights ?? null}
            />
          )}
          {locks === null && model && model.capabilities.wordWeights === null ? (
            <NoWeights text={recipe.text} modelName={modelName} onText={(text) => setRecipe({ text })} />
          ) : null}
          {locks === null && hasNegative && model?.capabilities.negative ? (
            <PromptField
              quiet
              label="Negative prompt"
              limit={MAX_PROMPT_LENGTH}
              value={recipe.negative}
              placeholder="What should not be there?"
              onChange={(negative) => setRecipe({ negative })}
              onSubmit={start}
              weights={model.capabilities.wordWeights}
            />
          ) : null}
          {locks ? null : <GridFields recipe={recipe} grid={gridDraft} models={models} onRecipe={setRecipe} onGrid={setGrid} />}
          {files.onTheirWay.map((file) => (
            <div key={file.id} className="max-w-80 py-1">
              <Meter
                label={file.fileName}
                fraction={file.fraction === 1 ? null : file.fraction}
                {...(file.state === "paused"
                  ? { text: "Waiting for the connection" }
                  : file.fraction === 1
                    ? { text: "Looking at the file" }
                    : {})}
              />
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2 @4xl:gap-x-3">
          {locks ? null : (
            <ReferenceTray
              references={recipe.references}
              roles={model?.capabilities.referenceRoles ?? []}
              uploading={files.onTheirWay.length}
              onChange={(references) => setRecipe({ references })}
              onFiles={files.takeFiles}
              onAsset={files.takeAsset}
            />
          )}
          <ModelPicker recipe={recipe} models={locks ? models.filter(locks.takes) : models} onChange={setRecipe} />
          {model ? <ComposerControls recipe={recipe} model={model} locks={locks} onChange={setRecipe} /> : null}
          {locks === null && model?.capabilities.negative ? (
            <Button
              variant="ghost"
              size="small"
              icon={<CircleMinus size={14} aria-hidden />}
              tip="Negative prompt: what should not be there"
              aria-expanded={hasNegative}
              className="aria-expanded:bg-hover aria-expanded:text-ink"
              onClick={() => setHasNegative(!hasNegative)}
            >
              <span className="@max-4xl:sr-only">Negative</span>
            </Button>
          ) : null}
          {locks ? null : <AddAxis recipe={recipe} grid={gridDraft} models={models} onGrid={setGrid} />}
          {pattern.add}
          {help}
          {grid && grid.planned.cells.length > 0 ? (
            <GridPreview
              grid={grid}
              onGrid={setGrid}
              modelOf={({ engineId, modelId }) =>
                models.find((row) => row.engineId === engineId && row.capabilities.modelId === modelId)?.capabilities
              }
            />
          ) : null}
          {locks ? null : (
            <PromptHistory
              boardId={boardId}
              text={recipe.text}
              onText={(text, negative) => setRecipe(model?.capabilities.negative ? { text, negative } : { text })}
              onDraft={(kept) => desk.getState().setDraft(kept)}
            />
          )}
          <div className="ml-auto flex items-center gap-2">
            <QuoteFigure
              price={price}
              assumes={model && !grid ? assumptionOf(model.capabilities.pricing, recipe.references.length) : null}
            />
            {card?.approvedId ? (
              <Button
                busy={saving.isPending}
                disabledReason={pattern.refusal ?? notAccepted(recipe) ?? (grid ? "A grid is many recipes; save one of its cells." : null)}
                tip="The card's recipe becomes this one, without a run; the approval is stale until its review is requested again."
                onClick={() => {
                  const now = desk.getState().draft;
                  saving.save({ draft: now, change: pattern.changeIn(now.recipe) });
                }}
              >
                Save for the card
              </Button>
            ) : null}
            <Button
              variant="primary"
              icon={<Play size={14} aria-hidden />}
              keys={runKeys}
              busy={run.isPending || startGrid.isPending}
              disabledReason={refusal}
              onClick={start}
            >
              {grid && grid.planned.runs > 0 ? `Run ${grid.planned.runs.toLocaleString("en-US")}` : "Run"}
            </Button>
          </div>
        </div>
      </div>
      {notForLane ? (
        <p role="status" className="pt-1 text-right text-xs text-warn">
          {notForLane}
        </p>
      ) : null}
      {card ? <CardNote card={card} /> : null}
      <BudgetNote warnings={standing.warnings} />
      {model ? <EngineNote engineId={model.engineId} name={model.engineName} /> : null}
      {model ? null : (
        <p className="pt-1 text-xs text-bad">
          This prompt's engine is not connected.{" "}
          <button type="button" className="underline" onClick={() => models[0] && setRecipe(onModel(recipe, models[0]))}>
            Use {models[0]?.engineName ?? "another one"}
          </button>
        </p>
      )}
    </section>
  );
}
