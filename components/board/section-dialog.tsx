"use client";
import { useState } from "react";
import { ColourSwatches } from "@/components/ui/colour-swatches";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SectionView } from "@/lib/domain/board/section";
import type { Colour } from "@/lib/domain/selection/flags";
import type { BoardSections } from "./use-sections";

const NEW = "new";
const NONE = "none";

export interface SectionDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly sections: BoardSections;
}

/** Puts what is chosen into a new section, into one that is there, or out of any. */
export function PlaceInSectionDialog({ open, onOpenChange, sections }: SectionDialogProps) {
  const { all, chosen, here } = sections;
  const [to, setTo] = useState<string>(NEW);
  const [name, setName] = useState("");
  const [colour, setColour] = useState<Colour>("none");
  const [isBusy, setBusy] = useState(false);
  const count = chosen.length === 1 ? "this prompt" : `these ${chosen.length} prompts`;
  const submit = () => {
    setBusy(true);
    const done = to === NEW ? sections.make(name.trim(), colour) : sections.place(to === NONE ? null : to);
    done
      .then(
        () => onOpenChange(false),
        // The refusal has been announced; what was written stays.
        () => undefined,
      )
      .finally(() => setBusy(false));
  };
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title="Section"
      description={`Puts ${count}, with everything branched from ${chosen.length === 1 ? "it" : "them"}, into a section.`}
      submitLabel={to === NEW ? "Make the section" : to === NONE ? "Take out" : "Put in"}
      busy={isBusy}
      disabledReason={to === NEW && name.trim() === "" ? "Give the section a name." : null}
      onSubmit={submit}
    >
      {all.length > 0 ? (
        <Field label="Which">
          <Select
            value={to}
            onChange={setTo}
            options={[
              { value: NEW, label: "A new section" },
              ...(here ? [{ value: NONE, label: "None: take out" }] : []),
              ...all.map((section) => ({ value: section.id, label: section.name, group: "Into" })),
            ]}
          />
        </Field>
      ) : null}
      {to === NEW ? (
        <>
          <Field label="Name">
            <Input value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
          </Field>
          <div className="grid gap-1">
            <span aria-hidden className="text-xs font-medium text-muted">
              Colour <span className="font-normal text-faint">(optional)</span>
            </span>
            <ColourSwatches colour={colour} onColour={setColour} />
          </div>
        </>
      ) : null}
    </FormDialog>
  );
}

export function RenameSectionDialog({ open, onOpenChange, sections, section }: SectionDialogProps & { readonly section: SectionView }) {
  const [name, setName] = useState(section.name);
  const [isBusy, setBusy] = useState(false);
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title="Rename the section"
      submitLabel="Rename"
      busy={isBusy}
      disabledReason={name.trim() === "" ? "Give the section a name." : null}
      onSubmit={() => {
        setBusy(true);
        sections
          .change(section, { name: name.trim() })
          .then(
            () => onOpenChange(false),
            () => undefined,
          )
          .finally(() => setBusy(false));
      }}
    >
      <Field label="Name">
        <Input value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}
