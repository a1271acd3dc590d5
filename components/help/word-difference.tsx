import { Fragment } from "react";
import { compareWords } from "@/lib/domain/prompt/words";

/** What would change in a text, word by word: struck through what goes, underlined what comes. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="relative font-mono text-sm leading-5 break-words whitespace-pre-wrap">
      {compareWords(before, after).map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
        if (kind === "same") return <span key={index}>{text} </span>;
        return kind === "removed" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={index}>
            <del className="text-faint">
              <span className="sr-only">removed: </span>
              {text}
            </del>{" "}
          </Fragment>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={index}>
            <ins className="text-ok decoration-1 underline-offset-3">
              <span className="sr-only">added: </span>
              {text}
            </ins>{" "}
          </Fragment>
        );
      })}
    </p>
  );
}
