import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";

export const MAX_NOTES_A_BOARD = 2_000;
const MAX_NOTE_LENGTH = 2_000;

export const NoteText = PlainText.trim().min(1, "Write the note first.").max(MAX_NOTE_LENGTH, "A note has at most 2,000 letters.");

/** What a note is attached to. */
export const NoteOn = z.union([z.strictObject({ promptId: Id }), z.strictObject({ sectionId: Id })], {
  error: "Say the prompt or the section the note is on.",
});
export type NoteOn = z.infer<typeof NoteOn>;

/** What somebody wrote on a prompt or on a section. */
export const NoteView = z.strictObject({
  id: Id,
  promptId: Id.nullable(),
  sectionId: Id.nullable(),
  text: z.string(),
  author: z.string(),
  /** One's own words may be changed and taken back. */
  isMine: z.boolean(),
  version: z.int(),
  createdAt: Instant,
  editedAt: Instant.nullable(),
});
export type NoteView = z.infer<typeof NoteView>;
