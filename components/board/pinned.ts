import type { NoteView } from "@/lib/domain/board/note";
import { type SectionView, sectionsAround } from "@/lib/domain/board/section";
import { titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import { counted } from "./counted";

/** What people put on a board beside its prompts. */
export interface Pinned {
  readonly sections: readonly SectionView[];
  readonly notes: readonly NoteView[];
}

export const NOTHING_PINNED: Pinned = { sections: [], notes: [] };

/** By prompt, the names of the sections it is in, the innermost first. */
export function withinWords(prompts: readonly PromptView[], sections: readonly SectionView[]): (promptId: string) => string {
  const around = sectionsAround(prompts, sections);
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  return (promptId) => (around.get(promptId) ?? []).map((id) => `“${names.get(id) ?? ""}”`).join(" in ");
}

export function notesByPrompt(notes: readonly NoteView[]): ReadonlyMap<string, readonly NoteView[]> {
  const byPrompt = new Map<string, NoteView[]>();
  for (const note of notes) {
    if (note.promptId === null) continue;
    const known = byPrompt.get(note.promptId);
    if (known) known.push(note);
    else byPrompt.set(note.promptId, [note]);
  }
  return byPrompt;
}

const SPOKEN_NOTE_LENGTH = 160;

/** The newest note as it is read aloud, with how many there are. */
export function noteWords(notes: readonly NoteView[]): string {
  const newest = notes.at(-1);
  if (!newest) return "";
  return `${counted(notes.length, "note", "notes").join("")}, ${newest.author}: ${titleOf(newest.text, SPOKEN_NOTE_LENGTH)}`;
}
