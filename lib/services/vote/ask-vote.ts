import { z } from "zod";
import { VoterView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { note } from "../bookkeeping";
import { personOf } from "../person";
import { read } from "../read";
import { seatOf, takeSeat } from "./voter-view";

/** The question before this voter. Asked again it is the same one, on the same sides, until it is answered. */
export const askVote = read({
  verb: "vote.ask",
  permission: "variant.choose",
  input: z.strictObject({ voteId: Id }),
  output: VoterView,
  async run({ actor }, { voteId }) {
    const { workspaceId, memberId } = personOf(actor);
    // Being shown pictures decides nothing: what was shown is written down with the question itself.
    return note(workspaceId, async (tx) => {
      await takeSeat(tx, workspaceId, voteId, memberId);
      return { result: await seatOf(tx, workspaceId, voteId, memberId) };
    });
  },
});
