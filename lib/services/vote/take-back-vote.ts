import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { VoterView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { seatOf, takeSeat } from "./voter-view";

/** Takes this voter's last answer back: the same pictures stand before them again, on the same sides. */
export const takeBackVote = write({
  verb: "vote.take-back",
  permission: "variant.choose",
  input: z.strictObject({ voteId: Id }),
  output: VoterView,
  async run({ tx, actor }, { voteId }) {
    const { workspaceId, memberId } = personOf(actor);
    const { projectId, version } = await takeSeat(tx, workspaceId, voteId, memberId);
    const last = await tx.voteQuestion.findFirst({ where: { voteId, memberId, answeredAt: { not: null } }, orderBy: { number: "desc" } });
    if (!last) throw new AppError("CONFLICT", "You have not answered anything yet.");
    // It was drawn for an answer that does not count any more.
    await tx.voteQuestion.deleteMany({ where: { voteId, memberId, answeredAt: null } });
    await tx.voteQuestion.update({ where: { id: last.id }, data: { answeredAt: null, chosenId: null } });
    return {
      result: await seatOf(tx, workspaceId, voteId, memberId),
      audit: [{ subjectKind: "vote", subjectId: voteId, details: { question: last.number } }],
      events: [{ kind: "vote", id: voteId, version, projectId, act: "taken-back" }],
    };
  },
});
