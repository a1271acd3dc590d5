"use client";
import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { useCommands } from "@/lib/client/palette/palette-provider";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { changed, changeIn, isFree, type PatternChange } from "@/lib/domain/pattern/free-control";
import { fill, refusalOfValues } from "@/lib/domain/pattern/template";
import type { PatternVersionInUse, PatternVersionView } from "@/lib/domain/pattern/view";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { PatternChip } from "./pattern-chip";

const PatternPicker = onDemand(() => import("./pattern-picker").then((file) => file.PatternPicker));

interface Locks {
  isFree(control: string): boolean;
  takes(model: CatalogueModel): boolean;
}

/** The part of a composer that is a pattern's: putting one in, its fields, its locks. */
export interface ComposerPattern {
  readonly add: ReactNode;
  readonly fields: ReactNode;
  readonly refusal: string | null;
  readonly locks: Locks | null;
  changeIn(recipe: Recipe): PatternChange;
}

const ALL_LOCKED: Locks = { isFree: () => false, takes: () => true };

/** A pattern on the desk of a board: inserted by name, filled by its variables, kept to its locks. */
export function useComposerPattern(models: readonly CatalogueModel[]): ComposerPattern {
  const desk = useDeskStore();
  const use = useDesk((state) => state.draft.pattern);
  const [isPicking, setPicking] = useState(false);
  const notMine = useRefusal("prompt.write");
  const found = useQuery({
    ...studio.pattern.getVersion.queryOptions({ input: { versionId: use?.versionId ?? "" }, meta: { isQuiet: true } }),
    enabled: use !== null,
  });
  useCommands(
    useMemo(
      () => [
        {
          id: "board.pattern",
          title: "Use a pattern in the composer",
          group: "Board",
          keywords: ["insert", "template", "style library"],
          disabledReason: notMine,
          run: () => setPicking(true),
        },
      ],
      [notMine],
    ),
  );

  /** Puts a version into the draft; what it leaves free and was set stays set. */
  const put = (
    { patternId, name }: Pick<PatternVersionInUse, "patternId" | "name">,
    version: PatternVersionView,
    values: Readonly<Record<string, string>>,
    before?: PatternVersionView,
  ) => {
    const { draft, setDraft } = desk.getState();
    const kept = Object.fromEntries(
      Object.entries(values).filter(([variable]) => version.template.variables.some((one) => one.name === variable)),
    );
    const change = before ? changeIn(before.template, draft.recipe) : {};
    setDraft({
      ...draft,
      recipe: recipeOf(version, kept, openIn(version, change), models),
      pattern: { patternId, versionId: version.id, name, number: version.number, values: kept },
    });
  };

  const inUse = use && found.data ? found.data : null;
  const template = inUse?.version.template;
  const leave = (recipe: "keep" | "empty") => {
    const { draft, setDraft } = desk.getState();
    const before = draft;
    setDraft({
      ...draft,
      pattern: null,
      recipe: recipe === "keep" ? draft.recipe : { ...draft.recipe, text: "", negative: "", references: [] },
    });
    announce({
      tone: "plain",
      text: recipe === "keep" ? "The pattern is taken apart: its words are yours now." : "The pattern is out of the composer.",
      action: { label: "Undo", run: () => setDraft(before) },
    });
  };
  return {
    add: (
      <>
        {use ? null : (
          <Button
            variant="ghost"
            size="small"
            icon={<Braces size={14} aria-hidden />}
            tip="Use a pattern of a style library"
            disabledReason={notMine}
            onClick={() => setPicking(true)}
          >
            <span className="@max-4xl:sr-only">Pattern</span>
          </Button>
        )}
        {isPicking ? (
          <PatternPicker
            onClose={() => setPicking(false)}
            onPick={(pattern, version) => {
              put({ patternId: pattern.id, name: pattern.name }, version, {});
              setPicking(false);
            }}
          />
        ) : null}
      </>
    ),
    fields: use ? (
      <PatternChip
        use={use}
        found={inUse}
        problem={found.error ? sentenceOf(found.error) : null}
        onValues={(values) => inUse && put(inUse, inUse.version, values, inUse.version)}
        onVersion={(version) => inUse && put(inUse, version, use.values, inUse.version)}
        onAnother={() => setPicking(true)}
        onApart={() => leave("keep")}
        onRemove={() => leave("empty")}
      />
    ) : null,
    refusal:
      use === null
        ? null
        : found.error
          ? sentenceOf(found.error)
          : !inUse || !template
            ? "The pattern is being read."
            : inUse.mayUse
              ? refusalOfValues(template, use.values)
              : `The patterns of the shelf “${inUse.libraryName}” are not open to you. Ask a lead.`,
    locks:
      use === null
        ? null
        : template
          ? {
              isFree: (control) => isFree(template, control),
              takes: ({ engineId, capabilities }) =>
                [template.model, ...template.alternatives].some(
                  (model) => model.engineId === engineId && model.modelId === capabilities.modelId,
                ),
            }
          : ALL_LOCKED,
    changeIn: (recipe) => (template ? changeIn(template, recipe) : {}),
  };
}

/** Of a change, what a version leaves free. */
function openIn({ template }: PatternVersionView, change: PatternChange): PatternChange {
  const { model } = change;
  const { count, seeds, aspectRatio, quality, settings = {} } = change;
  const free = <Value,>(control: string, value: Value | undefined) => (isFree(template, control) ? value : undefined);
  const takes =
    model && [template.model, ...template.alternatives].some((one) => one.engineId === model.engineId && one.modelId === model.modelId);
  return {
    count: free("count", count),
    seeds: free("seeds", seeds),
    aspectRatio: free("aspectRatio", aspectRatio),
    quality: free("quality", quality),
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => isFree(template, `settings.${key}`))),
    ...(takes ? { model } : {}),
  };
}

function recipeOf(
  version: PatternVersionView,
  values: Readonly<Record<string, string>>,
  change: PatternChange,
  models: readonly CatalogueModel[],
): Recipe {
  const references = version.references.map(({ assetId, role, weight }) => ({ assetId, role, weight }));
  const { model } = change;
  const other = model && models.find(({ engineId, capabilities }) => engineId === model.engineId && capabilities.modelId === model.modelId);
  return onCurrentRevision(changed(fill(version.template, references, values), change, other), models);
}
