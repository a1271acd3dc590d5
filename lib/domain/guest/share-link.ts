import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id } from "../wire";

/** The two halves of a link's address: `publicId` (16 hex digits) finds it, `secret` (256 random bits, base64url) is seen once. */
export interface ShareToken {
  readonly publicId: string;
  readonly secret: string;
}

const SHAPE = /^([0-9a-f]{16})([A-Za-z0-9_-]{43})$/;

/** What stands behind `/share/`. */
export function writeShareToken({ publicId, secret }: ShareToken): string {
  return `${publicId}${secret}`;
}

/** Null when the text is not the shape of one. */
export function readShareToken(text: string): ShareToken | null {
  const [, publicId, secret] = SHAPE.exec(text) ?? [];
  return publicId && secret ? { publicId, secret } : null;
}

export const LINK_STATES = ["open", "expired", "revoked"] as const;
export const LinkState = z.enum(LINK_STATES);
export type LinkState = z.infer<typeof LinkState>;

/** Whether a link opens. Revoking wins over expiring. */
export function linkState(link: { readonly expiresAt: Date | null; readonly revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt) return "revoked";
  return link.expiresAt && link.expiresAt <= now ? "expired" : "open";
}

/** What the person with the link reads when it does not open. */
export const CLOSED_LINK_SENTENCES = {
  expired: "This link has expired. Ask whoever sent it for a new one.",
  revoked: "This link was taken back. Ask whoever sent it for a new one.",
  unknown: "This link is not complete or not ours. Copy it again, or ask whoever sent it for a new one.",
} as const satisfies Record<Exclude<LinkState, "open"> | "unknown", string>;

/** Cards one link shows. */
export const MOST_SHARED_CARDS = 50;
export const SharedCards = z
  .array(Id)
  .min(1, "A link shows at least one card.")
  .max(MOST_SHARED_CARDS, `A link shows at most ${MOST_SHARED_CARDS} cards.`)
  .transform((ids) => [...new Set(ids)]);

/** Why a link's cards are as they are. */
export const SHARE_LINK_REFUSALS = {
  cards_or_playlist: "A link shows either cards of its own or a playlist: name one of them.",
  follows_playlist: "This link shows a playlist and follows it: change the cards of the playlist.",
} as const;

export const LinkName = PlainText.trim().min(1, "Please give the link a name.").max(120, "A name has at most 120 characters.");

/** What a link may be locked with besides its address. It is passed on by people, so it may be short; tries are limited. */
export const LinkPassword = z.string().min(6, "A password has at least 6 characters.").max(200, "A password has at most 200 characters.");

/** How long a link lives, in days; null: until it is revoked. */
export const LinkDays = z.int().min(1, "A link lives at least a day.").max(365, "A link lives at most a year.").nullable();

const DAY_MS = 24 * 3600 * 1000;

export function linkExpiry(from: Date, days: number | null): Date | null {
  return days === null ? null : new Date(from.getTime() + days * DAY_MS);
}
