import type { DeliveryTarget } from "@/lib/db/generated/client";
import { seal, unseal } from "@/lib/db/secret-box";
import type { DeliveryView, TargetView } from "@/lib/domain/delivery/target";
import { DeliveryStatus } from "@/lib/domain/delivery/target";
import { AppError } from "@/lib/domain/errors";

type Place = Pick<DeliveryTarget, "workspaceId" | "id">;

/** What a bucket's secret key is bound to: moved to another target it does not open. */
const placeOf = ({ workspaceId, id }: Place) => `${workspaceId}/delivery-target/${id}`;

export const sealSecret = (target: Place, secret: string) => seal(secret, placeOf(target));
export const openSecret = (target: Place & Pick<DeliveryTarget, "sealedSecret">) => unseal(target.sealedSecret, placeOf(target));

export const noSuchTarget = () => new AppError("NOT_FOUND", "This delivery target does not exist.");

type Named = { readonly id: string; readonly displayName: string };
const personOf = ({ id, displayName }: Named) => ({ id, name: displayName });

export function targetView(row: DeliveryTarget & { readonly addedBy: Named }): TargetView {
  const { id, name, endpoint, region, bucket, prefix, pathStyle, accessKeyId, addedBy, createdAt } = row;
  return {
    id,
    name,
    endpoint,
    region,
    bucket,
    prefix,
    pathStyle,
    accessKeyId,
    addedBy: personOf(addedBy),
    createdAt: createdAt.toISOString(),
  };
}

export const deliveryInclude = {
  target: { select: { id: true, name: true } },
  startedBy: { select: { id: true, displayName: true } },
} as const;

interface DeliveryRow {
  readonly id: string;
  readonly publicationId: string;
  readonly target: { readonly id: string; readonly name: string };
  readonly status: string;
  readonly tries: number;
  readonly objectKey: string;
  readonly answer: string;
  readonly nextTryAt: Date | null;
  readonly startedBy: Named;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

export function deliveryView(row: DeliveryRow): DeliveryView {
  const { id, publicationId, target, status, tries, objectKey, answer, nextTryAt, startedBy, createdAt, deliveredAt } = row;
  return {
    id,
    publicationId,
    target,
    status: DeliveryStatus.parse(status),
    tries,
    objectKey,
    answer,
    nextTryAt: nextTryAt?.toISOString() ?? null,
    startedBy: personOf(startedBy),
    createdAt: createdAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}
