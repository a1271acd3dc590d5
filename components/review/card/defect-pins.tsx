"use client";
import clsx from "clsx";
import type { DefectView } from "@/lib/domain/review/view";
import { DEFECT_WORDS, SEVERITY_WORDS } from "../words";
import { standingOf } from "./standing-of-defect";

const FILLS = { ok: "bg-ok text-canvas", warn: "bg-warn text-canvas", bad: "bg-bad-strong text-on-accent" } as const;

export type DefectPinsProps = {
  defects: readonly DefectView[];
  activeId: string | null;
  onActivate: (defectId: string) => void;
};

/** The found defects at their places, numbered as in the list beside. */
export function DefectPins({ defects, activeId, onActivate }: DefectPinsProps) {
  return defects.map((defect, index) => {
    const { word, tone } = standingOf(defect);
    const name = `Defect ${index + 1}: ${DEFECT_WORDS[defect.kind].label}, ${SEVERITY_WORDS[defect.severity].label.toLowerCase()}. ${word}.`;
    return (
      <button
        key={defect.id}
        type="button"
        aria-label={name}
        title={defect.note === "" ? name : `${name} ${defect.note}`}
        onClick={() => onActivate(defect.id)}
        style={{ left: `${defect.x * 100}%`, top: `${defect.y * 100}%` }}
        className={clsx(
          "absolute flex size-6 -translate-1/2 items-center justify-center rounded-full text-2xs font-semibold ring-2 ring-black/60",
          "outline-offset-4 transition-transform duration-100",
          FILLS[tone],
          activeId === defect.id && "scale-130 ring-white",
        )}
      >
        {index + 1}
      </button>
    );
  });
}
