import { z } from "zod";
import { VoteView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadVote, voteView } from "./vote-view";

/** A vote, with its result once it is closed. */
export const getVote = read({
  verb: "vote.get",
  permission: "workspace.read",
  input: z.strictObject({ voteId: Id }),
  output: VoteView,
  run: async ({ db, actor }, { voteId }) => voteView(db, actor, await loadVote(db, actor.workspaceId, voteId)),
});
