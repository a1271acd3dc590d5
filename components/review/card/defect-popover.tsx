"use client";
import { Popover } from "@base-ui/react/popover";
import { Move } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { type AcceptableDefect, type DefectKind, type DefectMark, isAcceptable, type Severity } from "@/lib/domain/review/defect";
import { DEFECT_OPTIONS, SEVERITY_OPTIONS } from "../words";
import { moved, type Place, placeInWords } from "./place";

export type DefectPopoverProps = {
  place: Place;
  onMove: (place: Place) => void;
  onCancel: () => void;
  onMark: (mark: DefectMark) => void;
  isBusy: boolean;
  acceptable: readonly AcceptableDefect[];
};

/** A new defect at its place on the picture: what, how bad, and a word on it. The pin is drawn here, because the form hangs on it. */
export function DefectPopover({ place, onCancel, ...form }: DefectPopoverProps) {
  const pin = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={pin}
        aria-hidden
        style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}
        className="pointer-events-none absolute size-6 -translate-1/2 rounded-full border-2 border-white bg-accent/70 ring-2 ring-black/60"
      />
      <Popover.Root open onOpenChange={(open) => !open && onCancel()}>
        <Popover.Portal>
          <Popover.Positioner anchor={pin} side="right" align="start" sideOffset={10} collisionPadding={8} className="z-50">
            <Popover.Popup className="w-72 rounded-lg bg-raised p-3 text-sm text-ink shadow-float outline-none">
              <Popover.Title className="mb-2 text-sm font-semibold">Mark a defect</Popover.Title>
              <DefectForm place={place} onCancel={onCancel} {...form} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

function DefectForm({ place, onMove, onCancel, onMark, isBusy, acceptable }: DefectPopoverProps) {
  const [kind, setKind] = useState<DefectKind>("artefact");
  const [severity, setSeverity] = useState<Severity>("minor");
  const [note, setNote] = useState("");
  const mark = () => onMark({ kind, severity, note: note.trim(), ...place });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mark();
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    mark();
  };
  return (
    <form onSubmit={submit} onKeyDown={sendByKey} className="flex flex-col gap-2.5">
      <Field label="Kind">
        <Select value={kind} onChange={setKind} options={DEFECT_OPTIONS} />
      </Field>
      <div className="flex flex-col gap-1">
        <span className="text-xs font-medium text-muted">Severity</span>
        <ToggleGroup label="Severity" value={severity} onChange={setSeverity} options={SEVERITY_OPTIONS} />
      </div>
      <Field label="Note" optional>
        <Textarea rows={2} value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <PlaceControl place={place} onMove={onMove} />
      <p className="text-xs text-muted">
        {isAcceptable({ kind, severity }, acceptable)
          ? "On the acceptable list."
          : "Outside the acceptable list: it needs a waiver or a retry."}
      </p>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          Mark
        </Button>
      </div>
    </form>
  );
}

/** Moves the pin from the keyboard. */
function PlaceControl({ place, onMove }: { place: Place; onMove: (place: Place) => void }) {
  return (
    <button
      type="button"
      onKeyDown={(event) => {
        const next = moved(place, event.key, event.shiftKey);
        if (!next) return;
        event.preventDefault();
        onMove(next);
      }}
      className="flex min-h-6 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2 py-1 text-left text-xs text-muted"
    >
      <Move size={13} aria-hidden className="shrink-0" />
      <span aria-live="polite">{placeInWords(place)}</span>
      <span className="ml-auto text-faint">Arrows move it</span>
    </button>
  );
}
