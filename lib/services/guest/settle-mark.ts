import { v7 as newId } from "uuid";
import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { acceptedNote } from "@/lib/domain/guest/mark";
import { DefectKind, Severity } from "@/lib/domain/review/defect";
import { recordDefect } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds } from "../defect-kind/check-kinds";
import { changeCard, happened, personAt } from "../review/change-card";
import { durationOfCurrent } from "../review/duration";
import { write } from "../write";
import { guestEvent } from "./guest-event";
import { markView } from "./mark-view";

/** A reviewer takes a guest's mark for a defect: from here on it is theirs, at the guest's place and in the guest's words. */
export const acceptMark = write({
  verb: "guest.accept-mark",
  permission: "card.decide",
  input: z.strictObject({ markId: Id, kind: DefectKind, severity: Severity }),
  output: CardMoved.extend({ defectId: Id }),
  async run(context, { markId, kind, severity }) {
    const { tx, actor, now } = context;
    const by = personAt(actor);
    await checkKinds(tx, actor.workspaceId, [kind], "to-mark");
    const { row, cardId, guestName, linkId } = await openMark(tx, actor.workspaceId, markId);
    const { note, x, y, outline, during } = markView(row);
    const defect = { kind, severity, note: acceptedNote(note, guestName), x, y, outline, during };
    const defectId = newId();
    const changed = await changeCard(context, cardId, async (card) =>
      recordDefect(card, row.attemptId, defect, { id: defectId, by, durationMs: await durationOfCurrent(tx, card) }),
    );
    await settle(tx, markId, { settledAt: now, settledById: by.memberId, defectId });
    const written = happened(changed, "defect-marked", { attemptId: row.attemptId, defectId, kind, severity, guest: guestName, markId });
    return {
      ...written,
      result: { ...written.result, defectId },
      events: [...(written.events ?? []), guestEvent(linkId, "mark-accepted")],
    };
  },
});

/** A reviewer sets a guest's mark aside: no defect. It stays readable. */
export const dismissMark = write({
  verb: "guest.dismiss-mark",
  permission: "card.decide",
  input: z.strictObject({ markId: Id }),
  output: z.strictObject({ markId: Id }),
  async run({ tx, actor, now }, { markId }) {
    const { memberId } = personAt(actor);
    const { row, cardId, guestName, linkId } = await openMark(tx, actor.workspaceId, markId);
    await settle(tx, markId, { settledAt: now, settledById: memberId });
    return {
      result: { markId },
      audit: [{ subjectKind: "card", subjectId: cardId, details: { guest: guestName, markId, said: row.note } }],
      events: [guestEvent(linkId, "mark-dismissed")],
    };
  },
});

const settledAlready = () => new AppError("CONFLICT", "Somebody settled this mark already.");

async function openMark(tx: Transaction, workspaceId: string, markId: string) {
  const found = await tx.guestMark.findFirst({
    where: { id: markId, workspaceId },
    include: { attempt: { select: { cardId: true } }, guest: { select: { name: true, linkId: true } } },
  });
  if (!found) throw new AppError("NOT_FOUND", "This mark does not exist.");
  const { attempt, guest, ...row } = found;
  if (row.settledAt) throw settledAlready();
  return { row, cardId: attempt.cardId, guestName: guest.name, linkId: guest.linkId };
}

/** Of two who settle it at once one is first; the other's defect is undone with the rest of what they did. */
async function settle(tx: Transaction, markId: string, by: { settledAt: Date; settledById: string; defectId?: string }): Promise<void> {
  const settled = await tx.guestMark.updateMany({ where: { id: markId, settledAt: null }, data: by });
  if (settled.count === 0) throw settledAlready();
}
