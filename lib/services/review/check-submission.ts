import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { OPEN_STATUSES } from "@/lib/domain/review/status";
import { laneRefusal } from "@/lib/domain/review/submit-attempt";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { read } from "../read";
import { SentPicture } from "./sent-picture";
import { loadSubmission, sentOf } from "./submission";

/** What the lane would refuse of each picture, and where it waits already: asked before anything is sent. */
export const checkSubmission = read({
  verb: "card.check-submission",
  permission: "workspace.read",
  input: z.strictObject({ laneId: Id, pictures: z.array(SentPicture).min(1).max(50) }),
  output: z.array(
    z.strictObject({
      /** Why it could not be submitted, as a sentence; null when it could. */
      problem: z.string().nullable(),
      /** Open cards on which these very bytes wait already. */
      waitsOn: z.array(z.strictObject({ cardId: Id, title: z.string() })),
    }),
  ),
  async run({ db, actor }, { laneId, pictures }) {
    const { workspaceId, memberId, role } = personOf(actor);
    const lane = await db.lane.findFirst({
      where: { id: laneId, workspaceId, archivedAt: null },
      select: { kind: true, allowedEngines: true, requiresDraft: true },
    });
    if (!lane) throw new AppError("NOT_FOUND", "This lane does not exist.");
    const checked = [];
    for (const { variantId, assetId } of pictures) {
      const submission = await loadSubmission(db, workspaceId, sentOf(variantId, assetId), { memberId, role, note: "" });
      const refusal = laneRefusal(lane, submission.run);
      const cards = await db.reviewCard.findMany({
        where: {
          workspaceId,
          status: { in: [...OPEN_STATUSES] },
          attempts: { some: { contentHash: submission.contentHash, status: "submitted" } },
        },
        select: { id: true, title: true },
        take: 5,
      });
      checked.push({
        problem: refusal ? REFUSALS[refusal].sentence : null,
        waitsOn: cards.map(({ id: cardId, title }) => ({ cardId, title })),
      });
    }
    return checked;
  },
});
