import { compareWords } from "@/lib/domain/prompt/words";

/** What would change in a text, word by word: struck through what goes, underlined what comes. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="font-mono text-sm leading-5 break-words whitespace-pre-wrap">
      {compareWords(before, after).map(({ kind, text }, index) => {
        const shown = `${text} `;
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
        if (kind === "same") return <span key={index}>{shown}</span>;
        return kind === "removed" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <del key={index} className="text-faint">
            <span className="sr-only">removed: </span>
            {shown}
          </del>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={index} className="text-ok decoration-1 underline-offset-3">
            <span className="sr-only">added: </span>
            {shown}
          </ins>
        );
      })}
    </p>
  );
}
