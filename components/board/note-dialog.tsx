"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { useRemembered } from "@/components/ui/remembered";
import { Textarea } from "@/components/ui/textarea";
import type { NoteOn, NoteView } from "@/lib/domain/board/note";
import type { BoardSections } from "./use-sections";

export interface NoteDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly sections: Pick<BoardSections, "writeNote" | "editNote">;
  /** What it is written on, and what that is called. */
  readonly on: NoteOn;
  readonly title: string;
}

/** Writes a note. What is written and not sent is there the next time. */
export function WriteNoteDialog({ open, onOpenChange, sections, on, title }: NoteDialogProps) {
  const [text, setText] = useRemembered(`selects.note.${"promptId" in on ? on.promptId : on.sectionId}`, "");
  return (
    <NoteForm
      {...{ open, onOpenChange, text, setText }}
      title={`Note on ${title}`}
      word="Write"
      onSend={async () => {
        await sections.writeNote(on, text.trim());
        setText("");
      }}
    />
  );
}

export function EditNoteDialog({ note, open, onOpenChange, sections }: Omit<NoteDialogProps, "on" | "title"> & { note: NoteView }) {
  const [text, setText] = useState(note.text);
  return (
    <NoteForm
      {...{ open, onOpenChange, text, setText }}
      title="Change the note"
      word="Save"
      onSend={() => sections.editNote(note, text.trim())}
    />
  );
}

function NoteForm(props: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly word: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onSend: () => Promise<void>;
}) {
  const { open, onOpenChange, title, word, text, setText, onSend } = props;
  const [isBusy, setBusy] = useState(false);
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={title}
      submitLabel={word}
      busy={isBusy}
      disabledReason={text.trim() === "" ? "Write the note first." : null}
      onSubmit={() => {
        setBusy(true);
        onSend()
          .then(
            () => onOpenChange(false),
            // The refusal has been announced; what was written stays.
            () => undefined,
          )
          .finally(() => setBusy(false));
      }}
    >
      <Field label="Note" labelHidden>
        <Textarea
          value={text}
          maxLength={2000}
          rows={4}
          placeholder="What the others should know"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
    </FormDialog>
  );
}
