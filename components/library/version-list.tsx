import clsx from "clsx";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PatternVersionView } from "@/lib/domain/pattern/view";
import { LabelBadge } from "./label-badges";

export type VersionListProps = {
  /** Newest first. */
  versions: readonly PatternVersionView[];
  shown: number;
  onShow: (number: number) => void;
};

/** Every version with who saved it and why. Versions never change; the chosen one is what the page shows. */
export function VersionList({ versions, shown, onShow }: VersionListProps) {
  return (
    <ol aria-label="Versions" className="divide-y divide-line border-y border-line">
      {versions.map((version) => {
        const isShown = version.number === shown;
        return (
          <li key={version.id}>
            <button
              type="button"
              aria-current={isShown ? "true" : undefined}
              onClick={() => onShow(version.number)}
              className={clsx(
                "flex w-full items-start gap-3 px-2 py-2 text-left text-sm transition-colors duration-100",
                isShown ? "bg-hover shadow-[inset_2px_0_0_var(--accent-ink)]" : "hover:bg-hover",
              )}
            >
              <span className="w-8 shrink-0 font-mono text-muted">v{version.number}</span>
              <span className="min-w-0 flex-1">
                <span className={clsx("block text-pretty", version.note === "" && "text-faint")}>
                  {version.note === "" ? "No note" : version.note}
                </span>
                <span className="block text-xs text-faint">
                  {version.author} · <RelativeTime at={version.createdAt} />
                </span>
              </span>
              <span className="flex flex-wrap justify-end gap-1">
                {version.labels.map((name) => (
                  <LabelBadge key={name} name={name} />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
