import { z } from "zod";
import { DeliveryView } from "@/lib/domain/delivery/target";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { deliveryInclude, deliveryView } from "./target-row";

/** Tries a delivery again at once: one that failed, or one that waits for its next try. */
export const retryDelivery = write({
  verb: "delivery.retry",
  permission: "publication.publish",
  input: z.strictObject({ deliveryId: Id }),
  output: DeliveryView,
  async run({ tx, actor: { workspaceId } }, { deliveryId }) {
    await tx.$queryRaw`SELECT 1 FROM "PublicationDelivery" WHERE "id" = ${deliveryId}::uuid FOR UPDATE`;
    const delivery = await tx.publicationDelivery.findFirst({
      where: { id: deliveryId, workspaceId },
      include: { ...deliveryInclude, target: true, publication: { include: { card: { select: { projectId: true } } } } },
    });
    if (!delivery) throw new AppError("NOT_FOUND", "This delivery does not exist.");
    const { publication, target, status, nextTryAt } = delivery;
    if (publication.withdrawnAt) throw new AppError("CONFLICT", "This publication was withdrawn; it is delivered nowhere.");
    if (target.removedAt) throw new AppError("CONFLICT", "The delivery target was removed.");
    if (status === "delivered") throw new AppError("CONFLICT", "It was delivered already.");
    // On its way at this moment: one more job would only find it done.
    if (status === "waiting" && nextTryAt === null) return { result: deliveryView(delivery), unchanged: true as const };
    const row = await tx.publicationDelivery.update({
      where: { id: deliveryId },
      data: { status: "waiting", tries: 0, nextTryAt: null },
      include: deliveryInclude,
    });
    const { id, version, card } = publication;
    return {
      result: deliveryView(row),
      audit: [{ subjectKind: "publication", subjectId: id, details: { deliveryId, target: target.name, objectKey: row.objectKey } }],
      events: [{ kind: "publication", id, version, projectId: card.projectId, act: "delivering" }],
      jobs: [{ name: "publication.deliver", payload: { workspaceId, deliveryId } }],
    };
  },
});
