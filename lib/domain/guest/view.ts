import { z } from "zod";
import { VideoShape } from "../asset/asset-view";
import { During, Outline } from "../review/outline";
import { CardStatus } from "../review/status";
import { PersonName } from "../review/view";
import { Id, Instant } from "../wire";
import { MarkState } from "./mark";
import { GuestPower } from "./power";
import { GuestVerdict } from "./recommendation";
import { LinkState } from "./share-link";

/** A share link as the team sees it; its address is not among it. */
export const ShareLinkView = z.strictObject({
  id: Id,
  name: z.string(),
  powers: z.array(GuestPower),
  state: LinkState,
  hasPassword: z.boolean(),
  isWatermarked: z.boolean(),
  expiresAt: Instant.nullable(),
  cards: z.array(z.strictObject({ id: Id, title: z.string(), status: CardStatus })),
  /** The playlist whose cards these are, as it stands now; null: cards of its own. */
  playlist: z.strictObject({ id: Id, name: z.string() }).nullable(),
  madeBy: PersonName,
  createdAt: Instant,
  /** How many named themselves, and when one of them was last here. */
  guests: z.int(),
  lastSeenAt: Instant.nullable(),
  version: z.int(),
});
export type ShareLinkView = z.infer<typeof ShareLinkView>;

/** A new link with its address. Only its hash is kept: this is the one time it is told. */
export const MadeShareLink = ShareLinkView.extend({
  path: z.string().meta({ description: "Below the studio's address: `/share/…`. Shown once." }),
});
export type MadeShareLink = z.infer<typeof MadeShareLink>;

/** Who came through a link, with what, and what they looked at. */
export const GuestLogEntry = z.strictObject({
  guestId: Id,
  name: z.string(),
  device: z.string(),
  cameAt: Instant,
  lastSeenAt: Instant,
  views: z.array(
    z.strictObject({
      cardTitle: z.string(),
      attempt: z.int(),
      act: z.enum(["seen", "downloaded"]),
      times: z.int(),
      firstAt: Instant,
      lastAt: Instant,
    }),
  ),
});
export type GuestLogEntry = z.infer<typeof GuestLogEntry>;

const Place = {
  x: z.number(),
  y: z.number(),
  outline: Outline.nullable(),
  during: During.nullable(),
};

const MarkOnCard = z.strictObject({ id: Id, note: z.string(), ...Place, state: MarkState, createdAt: Instant });

/** What guests say on a card, for the team: apart from decisions and from defects. */
export const GuestsOnCard = z.strictObject({
  recommendations: z.array(
    z.strictObject({
      id: Id,
      attempt: z.int(),
      guest: z.string(),
      link: z.string(),
      verdict: GuestVerdict,
      note: z.string(),
      saidAt: Instant,
    }),
  ),
  marks: z.array(MarkOnCard.extend({ attemptId: Id, attempt: z.int(), guest: z.string(), link: z.string() })),
});
export type GuestsOnCard = z.infer<typeof GuestsOnCard>;

/** A card as a guest sees it: the deliverable and its newest attempt; nothing of how it was made, what it cost or who is behind it. */
export const GuestCard = z.strictObject({
  cardId: Id,
  title: z.string(),
  goal: z.string(),
  standing: z.string(),
  attempt: z
    .strictObject({
      id: Id,
      number: z.int(),
      width: z.int(),
      height: z.int(),
      thumbHash: z.string(),
      video: VideoShape.nullable(),
    })
    .nullable(),
  /** Why nothing can be said about it any more; null while it can. */
  closed: z.string().nullable(),
  recommendation: z.strictObject({ verdict: GuestVerdict, note: z.string(), saidAt: Instant }).nullable(),
  /** This guest's own. */
  marks: z.array(MarkOnCard),
  /** The threads guests of this link began, with what the team answered. */
  comments: z.array(
    z.strictObject({ id: Id, threadId: Id.nullable(), by: z.string(), isMine: z.boolean(), body: z.string(), createdAt: Instant }),
  ),
});
export type GuestCard = z.infer<typeof GuestCard>;

/** Everything behind a link, for a guest who came in. */
export const GuestShare = z.strictObject({
  workspace: z.string(),
  name: z.string(),
  guest: z.string(),
  powers: z.array(GuestPower),
  isWatermarked: z.boolean(),
  cards: z.array(GuestCard),
});
export type GuestShare = z.infer<typeof GuestShare>;
