"use client";
import { NotebookPen, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { onDemand } from "@/components/ui/on-demand";
import { RelativeTime } from "@/components/ui/relative-time";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { NoteView } from "@/lib/domain/board/note";
import { ColourDot } from "./section-tab";
import type { BoardSections } from "./use-sections";

const EditNoteDialog = onDemand(() => import("./note-dialog").then((file) => file.EditNoteDialog));

export interface NotesPanelProps {
  readonly sections: BoardSections;
  readonly onWrite: () => void;
  readonly onSection: () => void;
  /** The prompt whose notes these are; null on a collapsed section. */
  readonly promptId: string | null;
}

/** In which section one is, and the notes on it and on the prompt, in full. */
export function NotesPanel({ sections, promptId, onWrite, onSection }: NotesPanelProps) {
  const { here, notes } = sections;
  const onPrompt = promptId === null ? [] : notes.filter((note) => note.promptId === promptId);
  const onSectionNotes = here === null ? [] : notes.filter((note) => note.sectionId === here.id);
  const noteKeys = useChord("note");
  const sectionKeys = useChord("section");
  return (
    <section aria-label="Section and notes" className="grid grid-cols-1 gap-2 border-t border-line pt-3 text-xs">
      <div className="flex items-center justify-between gap-2">
        {here ? (
          <span className="flex min-w-0 items-center gap-1.5">
            <ColourDot colour={here.colour} />
            <span className="shrink-0 text-muted">Section</span>
            <span dir="auto" className="min-w-0 truncate">
              {here.name}
            </span>
          </span>
        ) : (
          <span className="text-muted">In no section</span>
        )}
        {promptId === null && here ? (
          <Button size="small" variant="ghost" onClick={() => sections.collapse(here.id, false)}>
            Show whole
          </Button>
        ) : (
          <Button size="small" variant="ghost" keys={sectionKeys} disabledReason={sections.refusal} onClick={onSection}>
            Section…
          </Button>
        )}
      </div>
      {[...onSectionNotes, ...onPrompt].map((note) => (
        <Note
          key={note.id}
          note={note}
          about={note.sectionId === null || promptId === null ? null : "On the section"}
          sections={sections}
        />
      ))}
      <div>
        <Button size="small" icon={<NotebookPen size={13} aria-hidden />} keys={noteKeys} onClick={onWrite}>
          Write a note
        </Button>
      </div>
    </section>
  );
}

function Note({ note, about, sections }: { note: NoteView; about: string | null; sections: BoardSections }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <article aria-label={`Note by ${note.author}`} className="grid gap-1 rounded-md bg-raised px-2.5 py-2">
      <p dir="auto" className="text-sm break-words whitespace-pre-wrap">
        {note.text}
      </p>
      <p className="flex items-center gap-1 text-faint">
        <span className="min-w-0 flex-1 truncate">
          {about === null ? null : `${about} · `}
          {note.author} · <RelativeTime at={note.createdAt} />
          {note.editedAt === null ? null : " · changed"}
        </span>
        {note.isMine ? (
          <>
            <IconButton size="small" label="Change the note" icon={<Pencil size={12} aria-hidden />} onClick={() => setEditing(true)} />
            <IconButton
              size="small"
              label="Remove the note"
              icon={<Trash2 size={12} aria-hidden />}
              onClick={() => sections.removeNote(note)}
            />
          </>
        ) : null}
      </p>
      {isEditing ? <EditNoteDialog open onOpenChange={setEditing} note={note} sections={sections} /> : null}
    </article>
  );
}
