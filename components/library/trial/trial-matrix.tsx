"use client";
import clsx from "clsx";
import { Ban, Check, CircleDashed, CircleSlash, Copy, ShieldAlert, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Picture } from "@/components/ui/picture";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { CellOutcome } from "@/lib/domain/trial/outcome";
import type { TrialCell, TrialView } from "@/lib/domain/trial/view";
import { addresses } from "../addresses";
import { cellWords, percent, rateOfCells } from "./words";

const MARKS = {
  waiting: { Icon: CircleDashed, className: "bg-surface text-faint" },
  undecided: null,
  passed: { Icon: Check, className: "bg-surface text-ok" },
  failed: { Icon: X, className: "bg-surface text-bad" },
  refused: { Icon: Ban, className: "bg-surface text-warn" },
  broken: { Icon: CircleSlash, className: "bg-surface text-faint" },
} as const satisfies Record<CellOutcome, object | null>;

/** So few pictures a row may be larger. */
const ROOMY_SEEDS = 5;

/** Cells grow to the width there is, no further than their small pictures stay sharp. */
const WIDEST_CELL_REM = 20;
const WIDEST_NAME_REM = 9;

export type TrialMatrixProps = { trial: TrialView; here: number; onGo: (index: number) => void; onOpen: (index: number) => void };

/** A trial as a table: subjects down, seeds across, each row and column with its rate. */
export function TrialMatrix({ trial, here, onGo, onOpen }: TrialMatrixProps) {
  const { subjects, seeds, cells } = trial;
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only where the keyboard is already in the table: looking at it must not take the focus from elsewhere.
    if (document.activeElement?.closest("[data-trial-matrix]") && here >= 0) current.current?.focus({ preventScroll: true });
    current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [here]);
  return (
    <div data-trial-matrix className="h-full overflow-auto">
      <table
        aria-label="Trial"
        className="w-full border-separate border-spacing-1.5 text-xs"
        style={{ maxWidth: `${WIDEST_NAME_REM + seeds.length * WIDEST_CELL_REM}rem` }}
      >
        <thead>
          <tr>
            <td className="sticky top-0 left-0 z-20 bg-canvas" />
            {seeds.map((seed, column) => (
              <th key={seed} scope="col" className="sticky top-0 z-10 bg-canvas px-1 pb-1 text-left font-normal">
                <span className="block text-muted">
                  Seed <span className="font-mono">{seed}</span>
                </span>
                <LineRate cells={cells.filter((cell) => cell.seed === column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject, row) => {
            const line = cells.filter((cell) => cell.subject === row);
            return (
              <tr key={subject.name}>
                <th scope="row" className="sticky left-0 z-10 w-36 max-w-36 min-w-24 bg-canvas pr-2 text-left align-top font-normal">
                  <span dir="auto" className="block font-medium text-ink text-pretty [overflow-wrap:anywhere]">
                    {subject.name}
                  </span>
                  <LineRate cells={line} />
                </th>
                {line.map((cell) => (
                  <td key={cell.index} className="p-0">
                    <CellButton
                      ref={cell.index === here ? current : null}
                      cell={cell}
                      label={`${subject.name}, seed ${seeds[cell.seed]}`}
                      isHere={cell.index === here}
                      isRoomy={seeds.length <= ROOMY_SEEDS}
                      says={cellWords(cell, trial)}
                      onGo={() => onGo(cell.index)}
                      onOpen={() => onOpen(cell.index)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function LineRate({ cells }: { cells: readonly TrialCell[] }) {
  const rate = rateOfCells(cells);
  return (
    <span className="block tabular-nums text-faint">{rate === null ? "–" : `${percent(rate.rate)} · ${rate.passed} of ${rate.of}`}</span>
  );
}

type CellButtonProps = {
  ref: React.Ref<HTMLButtonElement> | null;
  cell: TrialCell;
  label: string;
  isHere: boolean;
  isRoomy: boolean;
  /** What became of it. */
  says: string;
  onGo: () => void;
  onOpen: () => void;
};

function CellButton({ ref, cell, label, isHere, isRoomy, says, onGo, onOpen }: CellButtonProps) {
  const { variant, outcome, mine, measure } = cell;
  const kinds = useDefectKinds();
  const mark = MARKS[outcome];
  const kind = mine?.defectKind ?? cell.others?.find(({ defectKind }) => defectKind !== null)?.defectKind ?? null;
  const said = [
    says,
    mine === null ? null : `you say ${mine.verdict}`,
    kind && kinds.labelOf(kind).toLowerCase(),
    measure?.unsafe === "unsafe" ? "flagged for unsafe content" : null,
  ];
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={isHere ? 0 : -1}
      aria-label={`${label}: ${said.filter((part) => part !== null).join(", ")}`}
      aria-pressed={isHere}
      onClick={onGo}
      onDoubleClick={onOpen}
      className={clsx(
        "relative block w-full overflow-hidden rounded-md outline-offset-2",
        isRoomy ? "min-w-28 sm:min-w-44" : "min-w-28 sm:min-w-32",
        isHere && "outline-2 outline-accent-ink",
        outcome === "failed" && "[&_img]:opacity-55",
      )}
    >
      {variant ? (
        <Picture
          src={addresses.picture(variant.assetId, "thumb")}
          width={variant.width}
          height={variant.height}
          thumbHash={variant.thumbHash}
          alt=""
        />
      ) : (
        <span
          style={{ aspectRatio: `${cell.width} / ${cell.height}` }}
          className={clsx(
            "grid place-items-center bg-inset px-2 text-center text-faint",
            outcome === "waiting" && cell.status !== null && "animate-pulse",
          )}
        >
          {says}
        </span>
      )}
      <span className="absolute inset-x-1 bottom-1 flex items-center justify-between gap-1">
        {mark ? (
          <span className={clsx("inline-flex h-5 items-center gap-1 rounded-sm px-1", mark.className)}>
            <mark.Icon size={13} strokeWidth={2.5} aria-hidden />
            {kind && outcome === "failed" ? kinds.labelOf(kind) : null}
          </span>
        ) : (
          <span />
        )}
        {measure?.unsafe === "unsafe" ? (
          <span title="Flagged for unsafe content" className="ml-auto rounded-sm bg-surface p-0.5 text-warn">
            <ShieldAlert size={13} aria-hidden />
          </span>
        ) : null}
        {measure !== null && measure.nearDuplicateOf !== null ? (
          <span title="Nearly the same picture is in this trial already" className="rounded-sm bg-surface p-0.5 text-warn">
            <Copy size={13} aria-hidden />
          </span>
        ) : null}
      </span>
    </button>
  );
}
