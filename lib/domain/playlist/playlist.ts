import { z } from "zod";
import { may, type Role } from "../access/policy";
import type { ErrorCode } from "../errors";
import { Instant } from "../wire";

/** The longest film a place in it is told of. */
const MOST_MS = 3_600_000;

/** Where a film stands on the presenter's screen. */
export const FilmStand = z.strictObject({
  isPlaying: z.boolean(),
  /** From its beginning, to the frame. Milliseconds. */
  ms: z.int().min(0).max(MOST_MS),
});
export type FilmStand = z.infer<typeof FilmStand>;

/** The same, with when it was so. */
export const ShownFilm = FilmStand.extend({ saidAt: Instant });
export type ShownFilm = z.infer<typeof ShownFilm>;

/** A list of cards to look at together, and where the session is. */
export interface Playlist {
  readonly cardIds: readonly string[];
  /** Who leads the session; null while there is none. */
  readonly presenterId: string | null;
  /** The card that is presented, counted from 0. */
  readonly position: number;
  /** Of the presented card; null until the presenter has moved it. */
  readonly film: ShownFilm | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

interface Person {
  readonly memberId: string;
  readonly role: Role;
}

export const PLAYLIST_REFUSALS = {
  empty: { code: "REFUSED", sentence: "Put a card on the playlist first." },
  no_such_card: { code: "NOT_FOUND", sentence: "This card is not on the playlist." },
  no_such_place: { code: "BAD_INPUT", sentence: "The playlist has no card at that place." },
  somebody_presents: { code: "CONFLICT", sentence: "Somebody else presents; take over first." },
  not_presenting: { code: "CONFLICT", sentence: "Nobody presents this playlist now." },
  presenter_or_lead: { code: "FORBIDDEN", sentence: "Only who presents, a lead or an admin ends the session." },
} as const satisfies Record<string, { readonly code: ErrorCode; readonly sentence: string }>;
export type PlaylistRefusal = keyof typeof PLAYLIST_REFUSALS;

export const isRunning = ({ startedAt, endedAt }: Pick<Playlist, "startedAt" | "endedAt">) => startedAt !== null && endedAt === null;

/** Shows a card to everybody: begins a session, goes on with one's own, or takes one over on purpose. */
export function present(
  playlist: Playlist,
  by: Person,
  { position, takeOver, now }: { readonly position: number; readonly takeOver: boolean; readonly now: Date },
): Playlist | PlaylistRefusal {
  if (playlist.cardIds.length === 0) return "empty";
  if (position >= playlist.cardIds.length) return "no_such_place";
  if (!isRunning(playlist)) return { ...playlist, presenterId: by.memberId, position, film: null, startedAt: now, endedAt: null };
  if (playlist.presenterId !== by.memberId && !takeOver) return "somebody_presents";
  return { ...playlist, presenterId: by.memberId, position, film: position === playlist.position ? playlist.film : null };
}

/** Plays, stops or moves the presented film for everybody. */
export function showFilm(playlist: Playlist, by: Person, stand: FilmStand, now: Date): Playlist | PlaylistRefusal {
  if (!isRunning(playlist)) return "not_presenting";
  if (playlist.presenterId !== by.memberId) return "somebody_presents";
  return { ...playlist, film: { ...stand, saidAt: now.toISOString() } };
}

/** Where a film stands by now that stood somewhere a while ago. A film that loops is longer than its own length. */
export function standsNow({ isPlaying, ms, saidAt }: ShownFilm, now: Date): ShownFilm {
  const passed = isPlaying ? Math.max(0, now.getTime() - new Date(saidAt).getTime()) : 0;
  return { isPlaying, ms: Math.min(MOST_MS, ms + passed), saidAt };
}

/** Ends the session; what was decided in it stays to be read. */
export function endSession(playlist: Playlist, by: Person, now: Date): Playlist | PlaylistRefusal {
  if (!isRunning(playlist)) return "not_presenting";
  if (playlist.presenterId !== by.memberId && !may(by.role, "card.waive")) return "presenter_or_lead";
  return { ...playlist, endedAt: now };
}

/** Other cards, or another order. During a session the card that is presented stays presented, if it is still there. */
export function withCards(playlist: Playlist, cardIds: readonly string[]): Playlist {
  const shown = playlist.cardIds[playlist.position];
  const at = shown === undefined ? -1 : cardIds.indexOf(shown);
  if (at >= 0) return { ...playlist, cardIds, position: at };
  return { ...playlist, cardIds, position: Math.max(0, Math.min(playlist.position, cardIds.length - 1)), film: null };
}

/** One card at another place, counted from 0; past the end is the end. What others did to the list meanwhile stays. */
export function withCardAt(playlist: Playlist, cardId: string, to: number): Playlist | PlaylistRefusal {
  const others = playlist.cardIds.filter((id) => id !== cardId);
  if (others.length === playlist.cardIds.length) return "no_such_card";
  return withCards(playlist, [...others.slice(0, to), cardId, ...others.slice(to)]);
}
