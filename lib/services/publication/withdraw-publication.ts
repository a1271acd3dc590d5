import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { withdraw } from "@/lib/domain/publication/publish";
import { PublicationView } from "@/lib/domain/publication/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { changeCard, happened } from "../review/change-card";
import { Reason } from "../review/input";
import { write } from "../write";
import { loadPublication, publicationView } from "./publication-view";

/** Takes a publication back. Its record and file stay readable here; the card is approved again, and only a new attempt can be published. */
export const withdrawPublication = write({
  verb: "publication.withdraw",
  permission: "publication.publish",
  input: z.strictObject({ publicationId: Id, reason: Reason.min(1, "A reason is needed.") }),
  output: PublicationView,
  async run(context, { publicationId, reason }) {
    const { tx, actor, now } = context;
    const { cardId, card } = await loadPublication(tx, actor.workspaceId, publicationId);
    const taken = await tx.publication.updateMany({
      where: { id: publicationId, withdrawnAt: null },
      data: { withdrawnAt: now, version: { increment: 1 } },
    });
    if (taken.count === 0) {
      if (!(await didBefore(tx, actor, "publication.withdraw", publicationId)))
        throw new AppError("CONFLICT", "This publication was withdrawn already.");
      return { result: publicationView(await loadPublication(tx, actor.workspaceId, publicationId)), unchanged: true as const };
    }
    await tx.publicationDelivery.updateMany({
      where: { publicationId, status: "waiting" },
      data: { status: "failed", answer: "The publication was withdrawn.", nextTryAt: null },
    });
    const changed = await changeCard(context, cardId, withdraw);
    const view = publicationView(await loadPublication(tx, actor.workspaceId, publicationId));
    const written = happened(changed, "withdrawn", { publicationId, reason });
    return {
      result: view,
      audit: [...written.audit, { subjectKind: "publication", subjectId: publicationId, details: { reason } }],
      events: [
        ...(written.events ?? []),
        { kind: "publication", id: publicationId, version: view.version, projectId: card.projectId, act: "withdrawn" },
      ],
    };
  },
});
