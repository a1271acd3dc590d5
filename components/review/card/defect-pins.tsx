"use client";
import clsx from "clsx";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { SEVERITY_WORDS } from "@/lib/domain/review/severity-words";
import type { DefectView } from "@/lib/domain/review/view";
import { DefectOutlines } from "./defect-outlines";
import { standingOf } from "./standing-of-defect";

const FILLS = { ok: "bg-ok text-canvas", warn: "bg-warn text-canvas", bad: "bg-bad-strong text-on-accent" } as const;

export type DefectPinsProps = {
  defects: readonly DefectView[];
  /** The picture they are on. */
  picture: { readonly width: number; readonly height: number };
  /** Whether one is to be seen now: on a video, at this moment. */
  isSeen?: (defect: DefectView) => boolean;
  activeId: string | null;
  onActivate: (defectId: string) => void;
};

/** The found defects at their places with what is drawn around them, numbered as in the list beside. */
export function DefectPins({ defects, picture, isSeen = () => true, activeId, onActivate }: DefectPinsProps) {
  const kinds = useDefectKinds();
  const outlines = defects.filter(isSeen).map((defect) => ({ ...defect, tone: standingOf(defect).tone, isActive: activeId === defect.id }));
  const pins = defects.map((defect, index) => {
    if (!isSeen(defect)) return null;
    const { word, tone } = standingOf(defect);
    const name = `Defect ${index + 1}: ${kinds.labelOf(defect.kind)}, ${SEVERITY_WORDS[defect.severity].label.toLowerCase()}. ${word}.`;
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
  return (
    <>
      <DefectOutlines outlines={outlines} width={picture.width} height={picture.height} />
      {pins}
    </>
  );
}
