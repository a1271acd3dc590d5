import { z } from "zod";
import { VideoShape } from "../asset/asset-view";
import { VariantView } from "../run/view";
import { Id, Instant } from "../wire";
import { MAX_SHOWN, MIN_SHOWN } from "./ballot";

export const MIN_CANDIDATES = 2;
export const MAX_CANDIDATES = 64;
export const Shown = z.int().min(MIN_SHOWN).max(MAX_SHOWN);

/** A picture as a voter sees it: what it is known by in this vote, its shape, and nothing of where it comes from. */
export const BlindPicture = z.strictObject({
  /** Leads to the picture at `/votes/{voteId}/pictures/{key}/screen`; means nothing anywhere else. */
  key: z.uuid(),
  width: z.int(),
  height: z.int(),
  thumbHash: z.string(),
  video: VideoShape.nullable(),
});
export type BlindPicture = z.infer<typeof BlindPicture>;

/** What stands before one voter now. */
export const VoterView = z.strictObject({
  /** From left to right; null when there is nothing to ask. */
  question: z.strictObject({ id: Id, number: z.int(), pictures: z.array(BlindPicture) }).nullable(),
  /** Why there is no question: every pair was answered, more answers would hardly change the order, or this voter's own is known. */
  done: z.enum(["answered-all", "settled", "own-order"]).nullable(),
  /** Answers of this voter that count. */
  answered: z.int(),
  /** About how many more questions settle the order. */
  left: z.int(),
  /** Every picture of the vote in an order that says nothing, to be loaded before it is asked about. */
  pictures: z.array(BlindPicture),
});
export type VoterView = z.infer<typeof VoterView>;

/** One candidate in the result. */
export const Ranked = z.strictObject({
  rank: z.int(),
  /** Logits around the candidates' mean of 0, with the 95 % interval. */
  score: z.number(),
  low: z.number(),
  high: z.number(),
  /** Of the pairs it stood in: how often it was chosen, a tie as half. */
  won: z.number(),
  of: z.int(),
  boardId: Id,
  variant: VariantView,
});
export type Ranked = z.infer<typeof Ranked>;

export const VoteResult = z.strictObject({
  ranking: z.array(Ranked),
  /** Krippendorff's alpha: 1 = always the same answer, 0 = as by chance; null when no pair was answered by two voters. */
  agreement: z.number().nullable(),
  isSettled: z.boolean(),
});
export type VoteResult = z.infer<typeof VoteResult>;

export const VoteView = z.strictObject({
  id: Id,
  projectId: Id,
  projectName: z.string(),
  title: z.string(),
  /** Pictures shown at once. */
  shown: z.int(),
  candidates: z.int(),
  status: z.enum(["open", "closed"]),
  /** Who voted, and how often: never how. */
  voters: z.array(z.strictObject({ name: z.string(), answers: z.int(), isMe: z.boolean() })),
  createdBy: z.string(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
  /** Why this person cannot close or open it, as a sentence; null when they can. */
  closing: z.string().nullable(),
  version: z.int(),
  /** Null while the vote is open: nobody is led by what others chose. */
  result: VoteResult.nullable(),
});
export type VoteView = z.infer<typeof VoteView>;

/** How a variant did in a vote that is closed. */
export const VariantVote = z.strictObject({
  voteId: Id,
  title: z.string(),
  rank: z.int(),
  of: z.int(),
  score: z.number(),
  low: z.number(),
  high: z.number(),
});
export type VariantVote = z.infer<typeof VariantVote>;
