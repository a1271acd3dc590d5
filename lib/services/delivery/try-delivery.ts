import { deliveryOutcome, type TargetTerms } from "@/lib/domain/delivery/target";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { pauseAfter } from "@/lib/domain/webhook/schedule";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { openSecret } from "./target-row";

/** What is about to be put into a bucket. */
export interface Parcel {
  readonly target: Pick<TargetTerms, "endpoint" | "region" | "bucket" | "pathStyle" | "accessKeyId">;
  /** Throws when the studio's keys do not open it any more. */
  secretKey(): string;
  readonly objectKey: string;
  readonly file: { readonly sha256: string; readonly mimeType: string; readonly byteSize: number };
  readonly manifestHash: string | null;
  readonly record: PublicationRecord;
  /** This is try number so many, from 1. Counted before it is made, so that a process killed by it counts too. */
  readonly tries: number;
}

/** Counts a try to deliver; null when there is nothing (left) to deliver: it is over, withdrawn, or its target is gone. */
export function beginPublicationDelivery(workspaceId: string, deliveryId: string): Promise<Parcel | null> {
  return note(workspaceId, async (tx) => {
    const [row] = await tx.publicationDelivery.updateManyAndReturn({
      where: { id: deliveryId, workspaceId, status: "waiting", target: { removedAt: null }, publication: { withdrawnAt: null } },
      data: { tries: { increment: 1 } },
      include: { target: true, publication: { include: { asset: true } } },
    });
    const asset = row?.publication.asset;
    if (!row || !asset) return { result: null };
    const { target, objectKey, tries, publication } = row;
    const { sha256, mimeType } = asset;
    const result = {
      target,
      secretKey: () => openSecret(target),
      objectKey,
      file: { sha256, mimeType, byteSize: Number(asset.byteSize) },
      manifestHash: publication.manifestHash,
      record: PublicationRecord.parse(publication.record),
      tries,
    };
    return { result };
  });
}

/** Notes what came of a try and, where it may pass, plans the next one with its job in the same transaction. */
export function settlePublicationDelivery(
  workspaceId: string,
  deliveryId: string,
  tried: { readonly tries: number; readonly code: number | null; readonly answer: string; readonly random: number },
  now: Date,
): Promise<void> {
  return note(workspaceId, async (tx) => {
    const outcome = deliveryOutcome(tried.code);
    const pauseMs = outcome === "again" ? pauseAfter(tried.tries, tried.random) : null;
    const status = outcome === "delivered" ? "delivered" : pauseMs === null ? "failed" : "waiting";
    const [changed] = await tx.publicationDelivery.updateManyAndReturn({
      where: { id: deliveryId, workspaceId, status: "waiting", ...(outcome === "delivered" ? {} : { tries: tried.tries }) },
      data: {
        status,
        answer: tried.answer.slice(0, 500),
        nextTryAt: pauseMs === null ? null : new Date(now.getTime() + pauseMs),
        deliveredAt: outcome === "delivered" ? now : null,
      },
      select: { publication: { select: { id: true, version: true } } },
    });
    if (!changed) return { result: undefined };
    if (pauseMs !== null)
      await enqueue(tx, {
        name: "publication.deliver",
        payload: { workspaceId, deliveryId },
        startAfterSeconds: Math.ceil(pauseMs / 1000),
      });
    const { id, version } = changed.publication;
    return { result: undefined, events: [{ kind: "publication", id, version, act: `delivery-${status}` }] };
  });
}
