import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { MOST_MARKS } from "@/lib/domain/guest/guest";
import { GuestMarkInput } from "@/lib/domain/guest/mark";
import { whyNotSpeakOf } from "@/lib/domain/guest/recommendation";
import { whyNotDuring } from "@/lib/domain/review/mark-defects";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { Id } from "@/lib/domain/wire";
import { durationOfCurrent } from "../review/duration";
import { guestEvent } from "./guest-event";
import { guestWrite } from "./guest-verb";
import { sharedCard } from "./shared-attempt";

/** Marks a place on the newest attempt. It is no defect before a reviewer takes it for one. */
export const markPlace = guestWrite({
  verb: "guest.mark",
  power: "mark",
  input: z.strictObject({ attemptId: Id, mark: GuestMarkInput }),
  output: z.strictObject({ markId: Id }),
  async run({ tx, guest }, { attemptId, mark }) {
    const { workspaceId, guestId, linkId, name } = guest;
    const { id: cardId, card } = await sharedCard(tx, guest, attemptId);
    const refusal = whyNotSpeakOf(card, attemptId);
    if (refusal !== null) throw new AppError("REFUSED", refusal);
    const timeless = whyNotDuring(mark, await durationOfCurrent(tx, card));
    if (timeless !== null) throw new AppError(REFUSALS[timeless].code, REFUSALS[timeless].sentence);
    if ((await tx.guestMark.count({ where: { attemptId, guestId } })) >= MOST_MARKS)
      throw new AppError("REFUSED", `You have marked ${MOST_MARKS} places already; tell the team the rest in a note.`);
    const { during, outline, ...place } = mark;
    const { id: markId } = await tx.guestMark.create({
      data: {
        workspaceId,
        attemptId,
        guestId,
        ...place,
        outline: outline ?? Prisma.DbNull,
        fromMs: during?.fromMs ?? null,
        toMs: during?.toMs ?? null,
      },
    });
    const { note } = mark;
    const attempt = card.attempts.length;
    return {
      result: { markId },
      audit: [{ subjectKind: "card", subjectId: cardId, details: { guest: name, linkId, attempt, attemptId, markId, note } }],
      events: [guestEvent(linkId, "marked")],
    };
  },
});
