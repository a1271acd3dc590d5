import clsx from "clsx";
import { Circle, CircleCheck } from "lucide-react";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { SEVERITY_WORDS } from "@/lib/domain/review/severity-words";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { ExamplePicture } from "../terms/example-picture";

export type AcceptableListProps = { lines: CardView["acceptableDefects"]; attempt: AttemptView | null };

/** What the card said beforehand it can live with, and how much of it was found on this attempt. */
export function AcceptableList({ lines, attempt }: AcceptableListProps) {
  const kinds = useDefectKinds();
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-muted">Acceptable on this card</h3>
      {lines.length === 0 ? <p className="text-xs text-faint">Nothing: every defect needs a waiver or another attempt.</p> : null}
      <ul className="flex flex-col gap-1">
        {lines.map((line) => {
          const found = attempt?.defects.filter((defect) => defect.kind === line.kind && defect.acceptable).length ?? 0;
          const Icon = found > 0 ? CircleCheck : Circle;
          return (
            <li key={line.kind} className="flex items-start gap-2 text-sm">
              <Icon size={14} aria-hidden className={clsx("mt-0.5 shrink-0", found > 0 ? "text-ok" : "text-faint")} />
              <span className="min-w-0 flex-1">
                {kinds.labelOf(line.kind)}, up to {SEVERITY_WORDS[line.maxSeverity].label.toLowerCase()}
                {line.note === "" ? null : <span className="block text-xs text-muted">{line.note}</span>}
              </span>
              {line.exampleAssetId ? <ExamplePicture assetId={line.exampleAssetId} kind={kinds.labelOf(line.kind)} /> : null}
              {attempt ? (
                <span className="text-xs whitespace-nowrap text-faint">{found === 0 ? "Not found" : `${found} found`}</span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
