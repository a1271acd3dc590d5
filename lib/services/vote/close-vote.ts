import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { fitStrengths, ranking } from "@/lib/domain/vote/bradley-terry";
import { VoteView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { ballotsOf, closingRefusal, loadVote, voteView } from "./vote-view";

/**
 * Closes a vote and writes its result to the variants, or opens it again, which takes the result away until it is closed
 * anew. Open questions stay before their voters.
 */
export const closeVote = write({
  verb: "vote.close",
  permission: "variant.choose",
  input: z.strictObject({ voteId: Id, closed: z.boolean() }),
  output: VoteView,
  async run({ tx, actor, now }, { voteId, closed }) {
    const { workspaceId } = actor;
    // Whoever is answering this moment is waited for: their answer counts, or they are told that it is closed.
    await tx.$queryRaw`SELECT 1 FROM "Vote" WHERE "id" = ${voteId}::uuid FOR UPDATE`;
    const vote = await loadVote(tx, workspaceId, voteId);
    const refusal = closingRefusal(actor, vote);
    if (refusal !== null) throw new AppError("FORBIDDEN", refusal);
    if ((vote.closedAt !== null) === closed) return { result: await voteView(tx, actor, vote), unchanged: true as const };
    if (closed && vote.questions.length === 0) throw new AppError("CONFLICT", "Nobody has voted yet: there is nothing to count.");
    const { version } = await tx.vote.update({
      where: { id: voteId },
      data: { closedAt: closed ? now : null, version: { increment: 1 } },
      select: { version: true },
    });
    if (closed) {
      const strengths = ranking(
        fitStrengths(
          vote.candidates.map(({ variantId }) => variantId),
          ballotsOf(vote),
        ),
      );
      for (const [place, { id: variantId, score, low, high }] of strengths.entries())
        await tx.voteCandidate.update({
          where: { voteId_variantId: { voteId, variantId } },
          data: { rank: rankAt(strengths, place), score, low, high },
        });
    } else await tx.voteCandidate.updateMany({ where: { voteId }, data: { rank: null, score: null, low: null, high: null } });
    const { projectId } = vote;
    return {
      result: await voteView(tx, actor, await loadVote(tx, workspaceId, voteId)),
      audit: [{ subjectKind: "vote", subjectId: voteId, details: { closed, ballots: vote.questions.length } }],
      events: [{ kind: "vote", id: voteId, version, projectId, act: closed ? "closed" : "open" }],
    };
  },
});

const ALIKE = 1e-9;

/** From 1; those with the same score share the better rank. */
function rankAt(strengths: readonly { readonly score: number }[], place: number): number {
  const own = strengths[place]?.score ?? 0;
  return strengths.findIndex(({ score }) => Math.abs(score - own) < ALIKE) + 1;
}
