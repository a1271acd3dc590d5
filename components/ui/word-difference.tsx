import { WordChanges } from "@/components/ui/word-changes";

export interface WordDifferenceProps {
  /** Stretches of the two texts, in order: what stayed, what went, what came. */
  readonly changes: readonly { readonly kind: "same" | "added" | "removed"; readonly text: string }[];
}

/** What would change in a text, word by word. */
export function WordDifference({ changes }: WordDifferenceProps) {
  return (
    <p dir="auto" className="relative font-mono text-sm leading-5 break-words whitespace-pre-wrap">
      <WordChanges changes={changes} />
    </p>
  );
}
