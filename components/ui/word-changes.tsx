import clsx from "clsx";

type WordChange = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** A text against another, word by word: what went is struck through, what came is underlined. */
export function WordChanges({ changes }: { changes: readonly WordChange[] }) {
  return changes.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === "same") return <span key={key}>{text} </span>;
    const Change = kind === "added" ? "ins" : "del";
    return (
      <span key={key}>
        <Change
          className={clsx(
            "rounded-sm box-decoration-clone px-0.5 decoration-1",
            kind === "added" ? "bg-ok-soft text-ok underline-offset-3" : "bg-bad-soft text-bad",
          )}
        >
          <span className="sr-only">{kind === "added" ? "added: " : "removed: "}</span>
          {text}
        </Change>{" "}
      </span>
    );
  });
}
