"use client";
import { Popover } from "@base-ui/react/popover";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { type AcceptableDefect, type DefectKind, type DefectMark, isAcceptable, type Severity } from "@/lib/domain/review/defect";
import { SEVERITY_OPTIONS } from "@/lib/domain/review/severity-words";
import { extentOf, type Marking } from "./marking";
import { OutlineFields } from "./outline-fields";
import { TimeFields } from "./time-fields";

const part = (of: number) => `${of * 100}%`;

export type DefectPopoverProps = {
  marking: Marking;
  onMarking: (marking: Marking) => void;
  /** Of the video it is seen in; null for a picture. */
  durationMs: number | null;
  onCancel: () => void;
  onMark: (mark: DefectMark) => void;
  isBusy: boolean;
  acceptable: readonly AcceptableDefect[];
};

/** A new defect at its place on the picture: what, how bad, and a word on it. The form stands beside what is drawn, not over it. */
export function DefectPopover(props: DefectPopoverProps) {
  const { marking, onCancel } = props;
  const extent = useRef<HTMLSpanElement>(null);
  const around = extentOf(marking);
  return (
    <>
      <span
        ref={extent}
        aria-hidden
        style={{ left: part(around.left), top: part(around.top), width: part(around.width), height: part(around.height) }}
        className="pointer-events-none absolute"
      />
      <span
        aria-hidden
        style={{ left: part(marking.x), top: part(marking.y) }}
        className="pointer-events-none absolute size-6 -translate-1/2 rounded-full border-2 border-white bg-accent/70 ring-2 ring-black/60"
      />
      <Popover.Root open onOpenChange={(open) => !open && onCancel()}>
        <Popover.Portal>
          <Popover.Positioner anchor={extent} side="right" align="start" sideOffset={18} collisionPadding={8} className="z-50">
            <Popover.Popup className="max-h-(--available-height) w-72 overflow-y-auto rounded-lg bg-raised p-3 text-sm text-ink shadow-float outline-none">
              <Popover.Title className="mb-2 text-sm font-semibold">Mark a defect</Popover.Title>
              <DefectForm {...props} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

function DefectForm({ marking, onMarking, durationMs, onCancel, onMark, isBusy, acceptable }: DefectPopoverProps) {
  const kinds = useDefectKinds();
  const [chosen, setKind] = useState<DefectKind>("artefact");
  const kind = kinds.offered.some((offered) => offered.kind === chosen) ? chosen : "other";
  const [severity, setSeverity] = useState<Severity>("minor");
  const [note, setNote] = useState("");
  const mark = () => onMark({ kind, severity, note: note.trim(), ...marking });
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
        <Select value={kind} onChange={setKind} options={kinds.optionsWith([])} />
      </Field>
      <div className="flex flex-col gap-1">
        <span className="text-xs font-medium text-muted">Severity</span>
        <ToggleGroup label="Severity" value={severity} onChange={setSeverity} options={SEVERITY_OPTIONS} />
      </div>
      <Field label="Note" optional>
        <Textarea rows={2} value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <OutlineFields marking={marking} onMarking={onMarking} />
      {durationMs !== null && marking.during ? (
        <TimeFields during={marking.during} durationMs={durationMs} onDuring={(during) => onMarking({ ...marking, during })} />
      ) : null}
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
