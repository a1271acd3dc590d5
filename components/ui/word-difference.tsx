import { WordChanges } from "@/components/ui/word-changes";
import { compareWords } from "@/lib/domain/prompt/words";

/** What would change in a text, word by word. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="relative font-mono text-sm leading-5 break-words whitespace-pre-wrap">
      <WordChanges changes={compareWords(before, after)} />
    </p>
  );
}
