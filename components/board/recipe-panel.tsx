"use client";
import { CornerDownLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { useDesk } from "@/lib/client/desk/desk-provider";
import { useModelName } from "@/lib/client/use-model-name";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { settingWords } from "@/lib/domain/prompt/setting-words";
import type { PromptView } from "@/lib/domain/prompt/view";
import { PatternUsed } from "./pattern-used";

/** The full recipe, read-only. "Use" copies one field into the draft and leaves the rest of it alone. */
export function RecipePanel({ prompt, seed }: { prompt: PromptView; seed: number | null }) {
  const setRecipe = useDesk((desk) => desk.setRecipe);
  const nameOf = useModelName();
  const { recipe, references } = prompt;
  return (
    <dl className="grid gap-3">
      {prompt.pattern ? (
        <Row term="Pattern">
          <PatternUsed use={prompt.pattern} />
        </Row>
      ) : null}
      <Row term="Prompt" what="this text" onUse={() => setRecipe({ text: recipe.text })}>
        <span className="block max-h-40 overflow-y-auto font-mono text-xs leading-5 break-words whitespace-pre-wrap">{recipe.text}</span>
      </Row>
      {recipe.negative === "" ? null : (
        <Row term="Negative" what="this negative" onUse={() => setRecipe({ negative: recipe.negative })}>
          <span className="font-mono text-xs">{recipe.negative}</span>
        </Row>
      )}
      {references.length === 0 ? null : (
        <Row term="References" what="these references" onUse={() => setRecipe({ references: recipe.references })}>
          <ul className="flex flex-wrap gap-1.5 pt-1">
            {references.map((reference) => (
              <li key={`${reference.assetId} ${reference.role}`} className="w-16 text-2xs text-muted">
                <Picture
                  src={`/assets/${reference.assetId}/thumb`}
                  width={64}
                  height={48}
                  alt={reference.fileName}
                  thumbHash={reference.thumbHash}
                  className="rounded-sm"
                />
                {reference.role} {Math.round(reference.weight * 100)} %
              </li>
            ))}
          </ul>
        </Row>
      )}
      {seed === null ? null : (
        <Row term="Seed" what="this seed" onUse={() => setRecipe({ seeds: { mode: "locked", values: [seed] } })}>
          <span className="font-mono text-xs">{seed}</span>
        </Row>
      )}
      <Row term="Model" what="this model" onUse={() => setRecipe({ model: recipe.model })}>
        <span title={recipe.model.modelId}>{nameOf(recipe.model)}</span>{" "}
        <span className="text-faint">revision {recipe.model.revision}</span>
      </Row>
      <Row term="Picture" what="these picture settings" onUse={() => setRecipe({ controls: recipe.controls, count: recipe.count })}>
        {controlsText(recipe)}
      </Row>
    </dl>
  );
}

interface Taking {
  readonly what: string;
  readonly onUse: () => void;
}

const controlsText = ({ controls, count }: Recipe) =>
  [controls.aspectRatio, controls.quality, ...settingWords(controls.settings), `× ${count}`].join(" · ");

/** `what` as in "Use these references in the draft"; without it there is nothing to use. */
function Row({ term, what, onUse, children }: { term: string; children: ReactNode } & (Taking | { what?: never; onUse?: never })) {
  return (
    <div className="group">
      <dt className="flex items-center justify-between text-xs text-faint">
        {term}
        {onUse ? (
          <button
            type="button"
            onClick={onUse}
            aria-label={`Use ${what} in the draft`}
            className="flex items-center gap-1 rounded-sm px-1 py-0.5 text-2xs text-muted opacity-0 group-hover:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100"
          >
            <CornerDownLeft size={11} aria-hidden /> Use
          </button>
        ) : null}
      </dt>
      <dd className="min-w-0 text-sm">{children}</dd>
    </div>
  );
}
