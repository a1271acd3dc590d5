import { v7 as newId } from "uuid";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { currentAttempt } from "@/lib/domain/review/card";
import { requestAgain as ask } from "@/lib/domain/review/recipe-edit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, unlessDone } from "./change-card";
import { Note } from "./input";

/** After its recipe was edited: whoever decides is asked to look at the approved file again. Uses no retry. */
export const requestAgain = write({
  verb: "card.request-again",
  permission: "card.write",
  input: z.strictObject({ cardId: Id, attemptId: Id, note: Note }),
  output: CardMoved.extend({ attemptId: Id }),
  async run(context, { cardId, attemptId, note }) {
    const { tx, now } = context;
    const asking = changeCard(context, cardId, async (card) => {
      const attempt = currentAttempt(card);
      const stored = attempt && (await tx.asset.findUniqueOrThrow({ where: { id: attempt.assetId }, select: { sha256: true } }));
      if (stored && stored.sha256 !== attempt.contentHash)
        throw new AppError("REFUSED", "The stored file is another one by now; submit it as the next attempt.");
      return ask(card, { attemptId, note, newId }, now);
    });
    return asking.then(
      (changed) => {
        const attempt = currentAttempt(changed.after);
        const details = { attemptId: attempt?.id ?? "", attempt: attempt?.number ?? 0, contentHash: attempt?.contentHash ?? "", note };
        const written = happened(changed, "submitted", { ...details, renews: attemptId });
        return { ...written, result: { ...written.result, attemptId: attempt?.id ?? attemptId } };
      },
      async (refusal: unknown) => {
        let askedId = attemptId;
        const done = await unlessDone(context, cardId, refusal, (card) => {
          const attempt = currentAttempt(card);
          askedId = attempt?.id ?? askedId;
          return attempt?.renewsId === attemptId && attempt.note === note;
        });
        return { ...done, result: { ...done.result, attemptId: askedId } };
      },
    );
  },
});
