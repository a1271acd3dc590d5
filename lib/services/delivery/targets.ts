import { v7 as newId } from "uuid";
import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { TargetTerms, TargetView } from "@/lib/domain/delivery/target";
import { AppError } from "@/lib/domain/errors";
import { refusalOfEndpoint } from "@/lib/domain/webhook/endpoint";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { write } from "../write";
import { noSuchTarget, sealSecret, targetView } from "./target-row";

const addedBy = { select: { id: true, displayName: true } } as const;

/** Adds a bucket publications can be delivered to. Its secret key is sealed before it reaches the database. */
export const addTarget = write({
  verb: "delivery.add-target",
  permission: "delivery.manage",
  input: TargetTerms.extend({
    secretKey: z.string().trim().min(1, "Enter the secret key.").max(1_000).meta({ description: "Never answered." }),
  }),
  output: TargetView,
  async run({ tx, actor, now }, { secretKey, ...terms }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const refusal = refusalOfEndpoint(terms.endpoint);
    if (refusal !== null) throw new AppError("BAD_INPUT", refusal);
    const id = newId();
    const sealedSecret = sealSecret({ workspaceId, id }, secretKey);
    const row = await tx.deliveryTarget.create({
      data: { id, workspaceId, ...terms, sealedSecret, addedById: memberId, createdAt: now },
      include: { addedBy },
    });
    const { name, endpoint, bucket } = terms;
    return {
      result: targetView(row),
      audit: [{ subjectKind: "delivery-target", subjectId: id, details: { name, endpoint, bucket } }],
      events: [{ kind: "publication", id, version: 0, act: "target-added" }],
    };
  },
});

/** Takes a bucket away. What was delivered to it stays there and in the log; what waits for it is given up. */
export const removeTarget = write({
  verb: "delivery.remove-target",
  permission: "delivery.manage",
  input: z.strictObject({ targetId: Id }),
  output: z.strictObject({ targetId: Id }),
  async run({ tx, actor, now }, { targetId }) {
    const { workspaceId } = requireSignedIn(actor);
    const { count } = await tx.deliveryTarget.updateMany({
      where: { id: targetId, workspaceId, removedAt: null },
      data: { removedAt: now },
    });
    if (count === 0) throw noSuchTarget();
    await tx.publicationDelivery.updateMany({
      where: { targetId, status: "waiting" },
      data: { status: "failed", answer: "The delivery target was removed.", nextTryAt: null },
    });
    return {
      result: { targetId },
      audit: [{ subjectKind: "delivery-target", subjectId: targetId }],
      events: [{ kind: "publication", id: targetId, version: 1, act: "target-removed" }],
    };
  },
});

/** The buckets publications can be delivered to. */
export const listTargets = read({
  verb: "delivery.list-targets",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(TargetView) }),
  async run({ db, actor }) {
    const rows = await db.deliveryTarget.findMany({
      where: { workspaceId: actor.workspaceId, removedAt: null },
      include: { addedBy },
      orderBy: { id: "asc" },
    });
    return { items: rows.map(targetView) };
  },
});
