import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { currentAttempt } from "@/lib/domain/review/card";
import { CommentBody } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { say } from "../comment/say";
import { guestComments } from "./guest-comments";
import { guestEvent } from "./guest-event";
import { guestWrite } from "./guest-verb";
import { sharedCard } from "./shared-attempt";

/** Says something about the newest attempt, or answers a thread that guests of the same link began. Names nobody of the team. */
export const addGuestComment = guestWrite({
  verb: "guest.comment",
  power: "comment",
  input: z.strictObject({ attemptId: Id, threadId: Id.optional(), body: CommentBody }),
  output: z.strictObject({ commentId: Id }),
  async run({ tx, guest, now }, { attemptId, threadId, body }) {
    const { workspaceId, guestId, linkId, name } = guest;
    const { id: cardId, card } = await sharedCard(tx, guest, attemptId);
    if (currentAttempt(card)?.id !== attemptId)
      throw new AppError("REFUSED", "A newer attempt was submitted in the meantime; look at that one.");
    const known = threadId === undefined ? [] : await guestComments(tx, guest, [attemptId]);
    if (threadId !== undefined && !known.some(({ id }) => id === threadId))
      throw new AppError("NOT_FOUND", "This link does not show that.");
    const said = { cardId, attemptId, threadId, body, mentions: [] };
    const studio = { kind: "system", workspaceId } as const;
    const written = await say({ tx, actor: studio, now }, { kind: "guest", id: guestId, name }, said);
    return {
      ...written,
      result: { commentId: written.result.commentId },
      events: [...(written.events ?? []), guestEvent(linkId, "commented")],
    };
  },
});
