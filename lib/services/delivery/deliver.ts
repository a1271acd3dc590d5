import { z } from "zod";
import { DeliveryView, objectKeyOf } from "@/lib/domain/delivery/target";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { noSuchPublication } from "../publication/publication-view";
import { read } from "../read";
import { personAt } from "../review/change-card";
import { write } from "../write";
import { deliveryInclude, deliveryView, noSuchTarget } from "./target-row";

/** Sends a publication's file, its record and what lies beside it to a bucket. Asked twice while it is on its way, it goes once. */
export const deliver = write({
  verb: "delivery.start",
  permission: "publication.publish",
  input: z.strictObject({ publicationId: Id, targetId: Id }),
  output: DeliveryView,
  async run({ tx, actor, now }, { publicationId, targetId }) {
    const { workspaceId } = actor;
    const { memberId } = personAt(actor);
    await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "id" = ${publicationId}::uuid FOR UPDATE`;
    const publication = await tx.publication.findFirst({
      where: { id: publicationId, workspaceId },
      include: { asset: { select: { fileName: true } }, card: { select: { projectId: true } } },
    });
    if (!publication) throw noSuchPublication();
    if (publication.withdrawnAt) throw new AppError("CONFLICT", "This publication was withdrawn; it is delivered nowhere.");
    if (!publication.asset) throw new AppError("CONFLICT", "Its file is still being written.");
    const target = await tx.deliveryTarget.findFirst({ where: { id: targetId, workspaceId, removedAt: null } });
    if (!target) throw noSuchTarget();
    const waiting = await tx.publicationDelivery.findFirst({
      where: { publicationId, targetId, status: "waiting" },
      include: deliveryInclude,
    });
    if (waiting) return { result: deliveryView(waiting), unchanged: true };
    const objectKey = objectKeyOf(target.prefix, publicationId, publication.asset.fileName);
    const delivery = await tx.publicationDelivery.create({
      data: { workspaceId, publicationId, targetId, objectKey, startedById: memberId, createdAt: now },
      include: deliveryInclude,
    });
    const { name, bucket } = target;
    return {
      result: deliveryView(delivery),
      audit: [
        { subjectKind: "publication", subjectId: publicationId, details: { deliveryId: delivery.id, target: name, bucket, objectKey } },
      ],
      events: [
        { kind: "publication", id: publicationId, version: publication.version, projectId: publication.card.projectId, act: "delivering" },
      ],
      jobs: [{ name: "publication.deliver", payload: { workspaceId, deliveryId: delivery.id } }],
    };
  },
});

/** The log of a publication's deliveries, newest first. */
export const listDeliveries = read({
  verb: "delivery.list",
  permission: "workspace.read",
  input: z.strictObject({ publicationId: Id }),
  output: z.strictObject({ items: z.array(DeliveryView) }),
  async run({ db, actor }, { publicationId }) {
    const rows = await db.publicationDelivery.findMany({
      where: { publicationId, workspaceId: actor.workspaceId },
      include: deliveryInclude,
      orderBy: { id: "desc" },
      take: 200,
    });
    return { items: rows.map(deliveryView) };
  },
});
