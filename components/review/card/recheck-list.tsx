"use client";
import clsx from "clsx";
import { CircleCheck, CircleX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { rpc } from "@/lib/client/rpc";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { SEVERITY_WORDS } from "@/lib/domain/review/severity-words";
import type { CardView, DefectView } from "@/lib/domain/review/view";
import type { CardActing } from "../use-card-act";
import { duringInWords } from "./marking";

const SAID = {
  fixed: { word: "Fixed", tone: "ok", icon: <CircleCheck size={12} aria-hidden /> },
  "still-there": { word: "Still there", tone: "bad", icon: <CircleX size={12} aria-hidden /> },
} as const;
type Verdict = keyof typeof SAID;

const CHOICES = [
  { value: "open", label: "Not said" },
  { value: "fixed", label: "Fixed" },
  { value: "still-there", label: "Still there" },
] as const satisfies readonly { value: Verdict | "open"; label: string }[];

export type RecheckListProps = {
  card: CardView;
  /** The attempt these were to be mended in: the newest. */
  attemptId: string;
  /** Why nothing can be said now; null when it can. */
  frozen: string | null;
  acting: CardActing;
  /** The defect that is pointed at, on this attempt or on the one it was found on. */
  activeId: string | null;
  onActivate: (defectId: string | null) => void;
};

/** What the attempts before were sent back for, to be looked at again on this one. What is still there is marked on it anew. */
export function RecheckList({ card, attemptId, frozen, acting, activeId, onActivate }: RecheckListProps) {
  const kinds = useDefectKinds();
  const found = new Map(
    card.attempts.flatMap(({ defects }) => defects.map((defect, index) => [defect.id, { ...defect, number: index + 1 }])),
  );
  const lines = card.recheck.flatMap(({ defectId, ...line }) => {
    const defect = found.get(defectId);
    return defect ? [{ defect, ...line }] : [];
  });
  if (lines.length === 0) return null;
  const said = lines.filter(({ verdict }) => verdict !== null).length;
  const say = (defect: DefectView, verdict: Verdict | null) =>
    acting.run({
      said: verdict ? `${kinds.labelOf(defect.kind)}: ${SAID[verdict].word.toLowerCase()}.` : "What was said is taken back.",
      call: () => rpc.card.recheckDefect({ cardId: card.id, attemptId, defectId: defect.id, verdict }),
    });
  return (
    <section>
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-muted">To be mended in this attempt</h3>
        <span className="text-xs text-faint tabular-nums">
          {said} of {lines.length} looked at
        </span>
      </div>
      <ul className="flex flex-col gap-2">
        {lines.map(({ defect, attempt, verdict }) => {
          const isActive = activeId === defect.id;
          const name = `${kinds.labelOf(defect.kind)}, ${SEVERITY_WORDS[defect.severity].label.toLowerCase()}`;
          return (
            <li
              key={defect.id}
              className={clsx("-mx-2 flex flex-col items-start gap-1 rounded-md px-2 py-1", isActive && "bg-accent-soft")}
            >
              <p className="flex flex-wrap items-center gap-x-2 text-sm">
                <button
                  type="button"
                  aria-pressed={isActive}
                  aria-label={`Show defect ${defect.number} of attempt ${attempt}, ${name}, where it was`}
                  title="Where it was"
                  onClick={() => onActivate(isActive ? null : defect.id)}
                  className="flex size-6 shrink-0 items-center justify-center rounded-full border border-dashed border-line-strong text-2xs font-semibold hover:bg-hover"
                >
                  {defect.number}
                </button>
                {name}
                <span className="text-xs text-faint">
                  attempt {attempt}
                  {defect.during ? `. ${duringInWords(defect.during)}` : ""}
                </span>
              </p>
              {defect.note === "" ? null : <p className="text-xs text-pretty text-muted">{defect.note}</p>}
              {frozen === null ? (
                <ToggleGroup
                  label={`${name}, on attempt ${attempt}`}
                  value={verdict ?? "open"}
                  onChange={(next) => say(defect, next === "open" ? null : next)}
                  options={CHOICES}
                />
              ) : verdict ? (
                <span>
                  <Badge tone={SAID[verdict].tone} icon={SAID[verdict].icon}>
                    {SAID[verdict].word}
                  </Badge>
                </span>
              ) : (
                <span className="text-xs text-faint">Nobody has looked at it again yet.</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
