import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { MAX_CANDIDATES, MIN_CANDIDATES, Shown, VoteView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { loadVote, voteView } from "./vote-view";

/** Puts variants to a blind vote. They may come from any list of one project. */
export const startVote = write({
  verb: "vote.start",
  permission: "variant.choose",
  input: z.strictObject({
    title: PlainText.trim().min(1, "Say what is asked, e.g. which one is calmer.").max(120),
    variantIds: z
      .array(Id)
      .min(MIN_CANDIDATES, "A vote takes at least two pictures.")
      .max(MAX_CANDIDATES, "A vote takes at most 64 pictures."),
    shown: Shown.default(2),
  }),
  output: VoteView,
  async run({ tx, actor }, { title, variantIds, shown }) {
    const { workspaceId, memberId } = personOf(actor);
    const ids = [...new Set(variantIds)];
    if (ids.length < MIN_CANDIDATES) throw new AppError("BAD_INPUT", "A vote takes at least two different pictures.");
    const found = await tx.variant.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, prompt: { select: { board: { select: { projectId: true } } } } },
    });
    const [first] = found;
    if (!first || found.length !== ids.length) throw new AppError("NOT_FOUND", "A variant does not exist.");
    const projects = new Set(found.map(({ prompt }) => prompt.board.projectId));
    if (projects.size > 1) throw new AppError("REFUSED", "The pictures of a vote come from one project.");
    const { projectId } = first.prompt.board;
    const { id } = await tx.vote.create({
      data: {
        workspaceId,
        projectId,
        title,
        shown: Math.min(shown, ids.length),
        createdById: memberId,
        candidates: { createMany: { data: ids.map((variantId) => ({ variantId })) } },
      },
      select: { id: true },
    });
    return {
      result: await voteView(tx, actor, await loadVote(tx, workspaceId, id)),
      audit: [{ subjectKind: "vote", subjectId: id, details: { candidates: ids.length, shown } }],
      events: [{ kind: "vote", id, version: 0, projectId, act: "open" }],
    };
  },
});
