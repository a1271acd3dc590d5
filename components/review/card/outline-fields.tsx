"use client";
import { Move } from "lucide-react";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { Point } from "@/lib/domain/review/outline";
import { type Marking, moved, outlineOf, placeInWords } from "./marking";

const KINDS = [
  { value: "pin", label: "Pin" },
  { value: "box", label: "Box" },
  { value: "arrow", label: "Arrow" },
] as const;
/** Drawn by pointer only; named while it is there. */
const FREEHAND = { value: "freehand", label: "Line" } as const;

const FAR_END = { box: "Opposite corner", arrow: "Tip" } as const;

/** What stands on the picture, and its places, moved from the keyboard. */
export function OutlineFields({ marking, onMarking }: { marking: Marking; onMarking: (marking: Marking) => void }) {
  const { outline, x, y } = marking;
  const kind = outline?.kind ?? "pin";
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs font-medium text-muted">On the picture</span>
      <ToggleGroup
        label="On the picture"
        value={kind}
        onChange={(next) => next !== "freehand" && onMarking({ ...marking, outline: outlineOf(next, marking) })}
        options={kind === "freehand" ? [...KINDS, FREEHAND] : KINDS}
      />
      {/* A line would tear from its beginning. */}
      {outline?.kind === "freehand" ? null : (
        <PlaceControl label="Place" place={{ x, y }} onMove={(place) => onMarking({ ...marking, ...place })} />
      )}
      {outline && outline.kind !== "freehand" ? (
        <PlaceControl
          label={FAR_END[outline.kind]}
          place={outline.to}
          onMove={(to) => onMarking({ ...marking, outline: { ...outline, to } })}
        />
      ) : null}
    </div>
  );
}

/** Moves one place with the arrow keys. */
function PlaceControl({ label, place, onMove }: { label: string; place: Point; onMove: (place: Point) => void }) {
  return (
    <button
      type="button"
      title="Arrows move it, with Shift further"
      onKeyDown={(event) => {
        const next = moved(place, event.key, event.shiftKey);
        if (!next) return;
        event.preventDefault();
        onMove(next);
      }}
      className="flex min-h-6 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2 py-1 text-left text-xs text-muted"
    >
      <Move size={13} aria-hidden className="shrink-0" />
      <span>{label}</span>
      <span aria-live="polite" className="ml-auto text-faint tabular-nums">
        {placeInWords(place)}
      </span>
    </button>
  );
}
