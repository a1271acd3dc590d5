import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { CardStatus } from "../review/status";
import { AttemptPicture, PersonName } from "../review/view";
import { Id, Instant, Version } from "../wire";
import { ShownFilm } from "./playlist";

export const PlaylistName = PlainText.trim().min(1, "A playlist needs a name.").max(120);
export const PlaylistCards = z
  .array(Id)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, "A card stands on a playlist once.");

export const PlaylistSummary = z.strictObject({
  id: Id,
  name: z.string(),
  createdBy: PersonName,
  cards: z.int(),
  /** The card that is, or was last, presented; counted from 0. */
  position: z.int(),
  /** Who presents; null while no session runs. */
  presenter: PersonName.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  version: Version,
});
export type PlaylistSummary = z.infer<typeof PlaylistSummary>;

/** A decision that was made while the session ran, or in the newest one that ended. */
export const SessionDecision = z.strictObject({
  cardId: Id,
  title: z.string(),
  attempt: z.int(),
  decision: z.enum(["approved", "changes_requested", "rejected"]),
  by: PersonName,
  note: z.string(),
});

export const PlaylistView = PlaylistSummary.omit({ cards: true }).extend({
  cards: z.array(z.strictObject({ cardId: Id, title: z.string(), status: CardStatus, picture: AttemptPicture.nullable() })),
  /** Who was here in the last half minute. */
  present: z.array(PersonName),
  decisions: z.array(SessionDecision),
  /** Where the presented film stands as this is answered; null for a picture, and until the presenter has moved it. */
  film: ShownFilm.nullable(),
});
export type PlaylistView = z.infer<typeof PlaylistView>;
