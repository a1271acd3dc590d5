"use client";
import { Minus, Plus } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { IconButton } from "@/components/ui/icon-button";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { type Stretch, type WeightLimits, weigh, weighableAt, weighedIn, withoutWeights } from "@/lib/domain/prompt/weights";

export interface WordWeights {
  /** The words at the caret, with their weight; null where there are none to weigh. */
  readonly chosen: { readonly words: string; readonly weight: number } | null;
  /** Weighs them a step more or less. */
  readonly change: (by: 1 | -1) => void;
  /** To be told whenever the caret may have moved. */
  readonly onSelect: () => void;
}

/** Weighs the words at the caret of a field, by keys that are held down or by a press. */
export function useWordWeights(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  limits: WeightLimits | null,
  onChange: (text: string) => void,
): WordWeights {
  const [at, setAt] = useState<Stretch>({ from: 0, to: 0 });
  const chosenAfter = useRef<Stretch | null>(null);
  const change = (by: 1 | -1) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    const next = limits && weigh(value, { from, to }, by, limits);
    if (!next) {
      announce({ tone: "plain", text: notWeighed(value, { from, to }, limits) });
      return;
    }
    chosenAfter.current = { from: next.from, to: next.to };
    onChange(next.text);
  };
  const byKey = (by: 1 | -1) => () => {
    if (limits === null || field.current === null || document.activeElement !== field.current) return false;
    change(by);
    return true;
  };
  useKeys("board", { "weigh-more": byKey(1), "weigh-less": byKey(-1) });
  // The words stay chosen, so that the next press weighs the same ones.
  useLayoutEffect(() => {
    const chosen = chosenAfter.current;
    if (!chosen || !field.current || field.current.value !== value) return;
    chosenAfter.current = null;
    field.current.setSelectionRange(chosen.from, chosen.to);
    setAt(chosen);
  }, [value, field]);
  return {
    chosen: weighableAt(value, at),
    change,
    onSelect: () => setAt({ from: field.current?.selectionStart ?? 0, to: field.current?.selectionEnd ?? 0 }),
  };
}

function notWeighed(text: string, at: Stretch, limits: WeightLimits | null): string {
  const chosen = weighableAt(text, at);
  return chosen && limits
    ? `“${chosen.words}” has the weight ${chosen.weight}; this model takes ${limits.least} to ${limits.most}.`
    : "Put the caret on a word, or choose whole words.";
}

/** What the caret is on, and how much it weighs. */
export function WeightBar({ weights: { chosen, change } }: { weights: WordWeights }) {
  const [more, less] = [useChord("weigh-more"), useChord("weigh-less")];
  const none = chosen ? null : "Put the caret on a word, or choose whole words.";
  return (
    <fieldset className="flex min-w-0 items-center gap-0.5 border-0 p-0 text-2xs text-muted">
      <legend className="sr-only">Weight of the words at the caret</legend>
      <IconButton
        size="small"
        side="top"
        label="Less weight on the words at the caret"
        icon={<Minus size={12} aria-hidden />}
        keys={less}
        disabledReason={none}
        onClick={() => change(-1)}
      />
      <output className="min-w-0 truncate">
        {chosen ? (
          <>
            “<bdi>{chosen.words}</bdi>” <span className="tabular-nums text-ink">{chosen.weight}</span>
          </>
        ) : (
          "Weight"
        )}
      </output>
      <IconButton
        size="small"
        side="top"
        label="More weight on the words at the caret"
        icon={<Plus size={12} aria-hidden />}
        keys={more}
        disabledReason={none}
        onClick={() => change(1)}
      />
    </fieldset>
  );
}

/** Weights from elsewhere, in front of a model that has none. */
export function NoWeights({ text, modelName, onText }: { text: string; modelName: string; onText: (text: string) => void }) {
  const [first] = weighedIn(text);
  if (!first) return null;
  return (
    <p role="status" className="text-xs text-muted">
      {modelName} has no weights: “<bdi>{text.slice(first.at, first.at + first.length)}</bdi>” goes to it as it is written.{" "}
      <button type="button" className="underline" onClick={() => onText(withoutWeights(text))}>
        Take the weights out
      </button>
    </p>
  );
}
