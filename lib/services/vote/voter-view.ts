import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { nextQuestion } from "@/lib/domain/vote/question";
import type { BlindPicture, VoterView } from "@/lib/domain/vote/view";
import { ballotsOf, blindPictures, loadVote, ownOrder, shuffled, type VoteRow } from "./vote-view";

/**
 * One voter at a time in one vote, and nobody while it is closed or opened: of two presses, windows or people the second
 * waits and then finds what the first left.
 */
export async function takeSeat(tx: Transaction, workspaceId: string, voteId: string, memberId: string): Promise<VoteRow> {
  await tx.$queryRaw`SELECT 1 FROM "Vote" WHERE "id" = ${voteId}::uuid FOR SHARE`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${voteId} ${memberId}`}, 0))`;
  const vote = await loadVote(tx, workspaceId, voteId);
  if (vote.closedAt !== null) throw new AppError("CONFLICT", "This vote is closed.");
  return vote;
}

/** What stands before a voter: their open question, or a new one drawn now, or that they are done. Reads the vote again. */
export async function seatOf(tx: Transaction, workspaceId: string, voteId: string, memberId: string): Promise<VoterView> {
  const vote = await loadVote(tx, workspaceId, voteId);
  const faces = await blindPictures(tx, vote);
  const order = ownOrder(vote.candidates, memberId);
  const next = nextQuestion({
    candidates: order.map(({ variantId }) => variantId),
    ballots: ballotsOf(vote),
    voter: memberId,
    shown: vote.shown,
  });
  const open =
    (await tx.voteQuestion.findFirst({ where: { voteId, memberId, answeredAt: null } })) ??
    (next.kind === "ask" ? await ask(tx, voteId, memberId, next.candidates) : null);
  const pictureOf = (variantId: string): BlindPicture[] => {
    const face = faces.get(variantId);
    return face ? [face] : [];
  };
  return {
    question: open && { id: open.id, number: open.number, pictures: open.shown.flatMap(pictureOf) },
    done: open || next.kind === "ask" ? null : next.why,
    answered: vote.questions.filter((question) => question.memberId === memberId).length,
    left: next.kind === "ask" ? next.left : open ? 1 : 0,
    pictures: order.flatMap(({ variantId }) => pictureOf(variantId)),
  };
}

/** Puts pictures before a voter, sides by lot, written down as they stand. */
async function ask(tx: Transaction, voteId: string, memberId: string, candidates: readonly string[]) {
  const last = await tx.voteQuestion.aggregate({ where: { voteId, memberId }, _max: { number: true } });
  return tx.voteQuestion.create({ data: { voteId, memberId, number: (last._max.number ?? 0) + 1, shown: shuffled(candidates) } });
}
