import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { During, Outline, Part } from "../review/outline";

/** A place a guest marks and what they say of it. Kind and severity are the reviewer's to judge. */
export const GuestMarkInput = z.strictObject({
  note: PlainText.trim().min(1, "Say what is wrong there.").max(2_000),
  x: Part,
  y: Part,
  outline: Outline.nullable().default(null),
  during: During.nullable().default(null),
});
export type GuestMarkInput = z.infer<typeof GuestMarkInput>;

export const MARK_STATES = ["open", "accepted", "dismissed"] as const;
export const MarkState = z.enum(MARK_STATES);
export type MarkState = z.infer<typeof MarkState>;

export function markState(mark: { readonly settledAt: Date | null; readonly defectId: string | null }): MarkState {
  if (mark.settledAt === null) return "open";
  return mark.defectId === null ? "dismissed" : "accepted";
}

/** The note of the defect a mark becomes: the guest's words, and whose they are. */
export function acceptedNote(note: string, guestName: string): string {
  const from = ` (marked by ${guestName}, a guest)`;
  return `${note.slice(0, 2_000 - from.length)}${from}`;
}
