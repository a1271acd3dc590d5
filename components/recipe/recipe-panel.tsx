"use client";
import clsx from "clsx";
import { Copy, CornerDownLeft } from "lucide-react";
import type { ReactNode } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { IconButton } from "@/components/ui/icon-button";
import { WordDifference } from "@/components/ui/word-difference";
import type { DraftSide } from "@/lib/client/recipe/draft-side";
import type { ShownRecipe } from "@/lib/client/recipe/shown-recipe";
import { useModelName } from "@/lib/client/use-model-name";
import { partName } from "@/lib/domain/prompt/part-words";
import { partsThatDiffer, type RecipePart, settingPart } from "@/lib/domain/prompt/recipe-parts";
import { recipeText, seedsText } from "@/lib/domain/prompt/recipe-text";
import { settingName, spoken } from "@/lib/domain/prompt/setting-words";
import { compareWords } from "@/lib/domain/prompt/words";
import { ReferenceDifference } from "./reference-difference";

export interface RecipePanelProps {
  readonly shown: ShownRecipe;
  readonly side: DraftSide;
  /** The key that takes all of it, where there is one. */
  readonly takeKeys?: string | undefined;
  /** The pattern it was written with, made by its own surface. */
  readonly pattern?: ReactNode;
  /** The way to run it again. */
  readonly replay?: ReactNode;
}

/** The full recipe, read-only, held against the draft: what differs is marked, and can be taken into it thing by thing or whole. */
export function RecipePanel({ shown, side, takeKeys, pattern, replay }: RecipePanelProps) {
  const nameOf = useModelName();
  const { recipe, typed } = shown;
  const draft = side.recipe;
  const differing = draft ? partsThatDiffer(draft, typed) : null;
  const { aspectRatio, quality, settings } = recipe.controls;
  const keys = [
    ...new Set([...Object.keys(settings), ...(draft && isOneModel(draft, recipe) ? Object.keys(draft.controls.settings) : [])]),
  ];
  /** What a row says of its part. A draft that is as the recipe leaves nothing to take. */
  const part = (name: RecipePart) => {
    const differs = differing?.includes(name) ?? false;
    return {
      differs,
      ...(differing === null || differs
        ? { what: partName(name), reason: side.reason, isHere: side.isHere, onUse: () => side.take([name]) }
        : {}),
    };
  };
  const inDraft = (isOther: boolean, words: string) => (isOther ? <InDraft>{words}</InDraft> : null);
  const value = (name: RecipePart, words: string, inDraftWords: (from: NonNullable<typeof draft>) => string) => {
    const told = part(name);
    return (
      <Row isShort term={sentenceCase(partName(name))} {...told}>
        {words}
        {draft ? inDraft(told.differs, inDraftWords(draft)) : null}
      </Row>
    );
  };
  const copy = async () => {
    const names = new Map(shown.references.map(({ assetId, fileName }) => [assetId, fileName]));
    const isCopied = await copyText(recipeText(recipe, (id) => names.get(id) ?? id, nameOf));
    announce({ tone: isCopied ? "plain" : "warn", text: isCopied ? "The recipe is copied." : "The browser does not let it be copied." });
  };
  const textPart = part("text");
  const negativePart = part("negative");
  const referencePart = part("references");
  const isOlder = typed.model.revision !== recipe.model.revision;
  return (
    <section aria-label="Recipe" className="grid grid-cols-1 gap-2">
      <div className="flex min-h-6 items-center gap-1">
        <h3 className="mr-auto text-xs font-semibold">Recipe</h3>
        {replay}
        <IconButton size="small" label="Copy the recipe" icon={<Copy size={13} aria-hidden />} onClick={() => void copy()} />
      </div>
      <TakeAll side={side} differing={differing} keys={takeKeys} />
      <dl className="grid grid-cols-1 gap-1.5">
        {pattern ? <Row term="Pattern">{pattern}</Row> : null}
        <Row term="Prompt" {...textPart}>
          {draft && textPart.differs ? (
            <Long>
              <WordDifference changes={compareWords(draft.text, typed.text)} />
            </Long>
          ) : (
            <Long>{recipe.text === "" ? <Nothing /> : recipe.text}</Long>
          )}
        </Row>
        {recipe.negative === "" && !negativePart.differs ? null : (
          <Row term="Negative" {...negativePart}>
            <Long>
              {draft && negativePart.differs ? (
                <WordDifference changes={compareWords(draft.negative, typed.negative)} />
              ) : (
                recipe.negative || <Nothing />
              )}
            </Long>
          </Row>
        )}
        {recipe.references.length === 0 && !referencePart.differs ? null : (
          <Row term="References" {...referencePart}>
            <ReferenceDifference
              references={recipe.references}
              faces={shown.references}
              draft={referencePart.differs ? draft?.references : undefined}
            />
          </Row>
        )}
        <Row isShort term="Model" {...part("model")}>
          <span title={recipe.model.modelId}>{nameOf(recipe.model)}</span>
          <span className="block text-xs whitespace-nowrap text-faint">revision {recipe.model.revision}</span>
          {isOlder ? <span className="block text-xs whitespace-nowrap text-faint">now {typed.model.revision}</span> : null}
          {draft ? inDraft(part("model").differs, nameOf(draft.model)) : null}
        </Row>
        {value("aspectRatio", aspectRatio, (from) => from.controls.aspectRatio)}
        {value("quality", quality, (from) => from.controls.quality)}
        {keys.map((key) => (
          <Row key={key} isShort term={sentenceCase(settingName(key))} {...part(settingPart(key))}>
            {settings[key] === undefined ? "by default" : spoken(settings[key])}
            {draft
              ? inDraft(
                  part(settingPart(key)).differs,
                  draft.controls.settings[key] === undefined ? "by default" : spoken(draft.controls.settings[key]),
                )
              : null}
          </Row>
        ))}
        {value("seeds", seedsText(recipe.seeds), (from) => seedsText(from.seeds))}
        {value("count", `× ${recipe.count}`, (from) => `× ${from.count}`)}
      </dl>
    </section>
  );
}

const isOneModel = (one: ShownRecipe["recipe"], other: ShownRecipe["recipe"]) =>
  one.model.engineId === other.model.engineId && one.model.modelId === other.model.modelId;

const sentenceCase = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** How far the draft is from it, and all of it at once. */
function TakeAll({ side, differing, keys }: { side: DraftSide; differing: readonly RecipePart[] | null; keys: string | undefined }) {
  const isSame = differing?.length === 0;
  const things = differing?.length === 1 ? "one thing" : `${differing?.length} things`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-xs">
      <p role="status" className="text-muted text-pretty">
        {isSame
          ? "The draft is as this recipe."
          : differing
            ? `The draft ${side.isHere ? "" : "on its board "}differs in ${things}.`
            : side.isHere
              ? "Nothing is in the composer yet."
              : ""}
      </p>
      {isSame ? null : (
        <Button
          size="small"
          icon={<CornerDownLeft size={12} aria-hidden />}
          keys={keys}
          disabledReason={side.reason}
          onClick={() => side.take(null)}
        >
          {differing === null ? (side.isHere ? "Put into the composer" : "Open in the composer") : "Apply all"}
        </Button>
      )}
    </div>
  );
}

function Long({ children }: { children: ReactNode }) {
  return (
    <div dir="auto" className="max-h-40 overflow-y-auto font-mono text-xs leading-5 break-words whitespace-pre-wrap [&_p]:text-xs">
      {children}
    </div>
  );
}

const Nothing = () => <span className="text-faint">none</span>;

/** What stands in the draft instead. */
function InDraft({ children }: { children: ReactNode }) {
  return (
    <span className="block text-xs text-faint">
      Draft: <span className="[overflow-wrap:anywhere]">{children}</span>
    </span>
  );
}

interface Told {
  /** The draft has it otherwise. */
  readonly differs?: boolean;
  /** As in "Use the seeds in the draft"; without it there is nothing to use. */
  readonly what?: string;
  readonly reason?: string | null;
  readonly isHere?: boolean;
  readonly onUse?: () => void;
}

interface RowProps extends Told {
  readonly term: string;
  /** The value is a word or two, and stands beside its name. */
  readonly isShort?: boolean;
  readonly children: ReactNode;
}

function Row({ term, isShort = false, differs = false, what, reason, isHere = true, onUse, children }: RowProps) {
  const use =
    onUse && what ? (
      <Button
        size="small"
        variant="ghost"
        icon={<CornerDownLeft size={11} aria-hidden />}
        aria-label={isHere ? `Use the ${what} in the draft` : `Open its board with the ${what} in the draft`}
        disabledReason={reason}
        onClick={onUse}
      >
        Use
      </Button>
    ) : null;
  return (
    <div
      className={clsx(
        "grid gap-x-2 border-l-2 pl-2",
        differs ? "border-accent" : "border-transparent",
        isShort ? "grid-cols-[6.5rem_minmax(0,1fr)_auto] items-start" : "grid-cols-[minmax(0,1fr)_auto]",
      )}
    >
      <dt className="flex min-h-6 items-center text-xs text-faint">
        <span>
          {term}
          {differs ? <span className="sr-only">, not as in the draft</span> : null}
        </span>
      </dt>
      <dd className={clsx("min-w-0 text-sm", isShort ? "pt-0.5" : "order-last col-span-2")}>{children}</dd>
      <dd className="min-h-6">{use}</dd>
    </div>
  );
}
