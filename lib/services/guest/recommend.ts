import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { GuestVerdict, whyNotRecommend } from "@/lib/domain/guest/recommendation";
import { Id } from "@/lib/domain/wire";
import { Note } from "../review/input";
import { guestEvent } from "./guest-event";
import { guestWrite } from "./guest-verb";
import { sharedCard } from "./shared-attempt";

/** Says what the guest would decide on the newest attempt. The card stays as it is: its owner decides. The last word counts. */
export const recommend = guestWrite({
  verb: "guest.recommend",
  power: "recommend",
  input: z.strictObject({ attemptId: Id, verdict: GuestVerdict, note: Note }),
  output: z.strictObject({ verdict: GuestVerdict }),
  async run({ tx, guest, now }, { attemptId, verdict, note }) {
    const { workspaceId, guestId, linkId, name } = guest;
    const { id: cardId, card } = await sharedCard(tx, guest, attemptId);
    const refusal = whyNotRecommend(card, attemptId, verdict, note);
    if (refusal !== null) throw new AppError("REFUSED", refusal);
    const said = { verdict, note, saidAt: now };
    await tx.recommendation.upsert({
      where: { attemptId_guestId: { attemptId, guestId } },
      create: { workspaceId, cardId, attemptId, guestId, ...said },
      update: said,
    });
    const attempt = card.attempts.length;
    return {
      result: { verdict },
      audit: [{ subjectKind: "card", subjectId: cardId, details: { guest: name, linkId, attempt, attemptId, verdict, note } }],
      events: [guestEvent(linkId, "recommended")],
    };
  },
});
