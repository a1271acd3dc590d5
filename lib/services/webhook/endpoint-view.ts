import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { WebhookDeliveryView, WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { WebhookKind } from "@/lib/domain/webhook/fact";

export const endpointInclude = { createdBy: { select: { displayName: true } } } as const satisfies Prisma.WebhookEndpointInclude;
type EndpointRow = Prisma.WebhookEndpointGetPayload<{ include: typeof endpointInclude }>;

export function endpointView(endpoint: EndpointRow, now: Date): WebhookEndpointView {
  const { oldSecretUntil } = endpoint;
  return {
    id: endpoint.id,
    url: endpoint.url,
    kinds: endpoint.kinds.map((kind) => WebhookKind.parse(kind)),
    oldSecretUntil: oldSecretUntil && oldSecretUntil > now ? oldSecretUntil.toISOString() : null,
    pausedAt: endpoint.pausedAt?.toISOString() ?? null,
    pauseReason: endpoint.pauseReason,
    createdBy: endpoint.createdBy.displayName,
    version: endpoint.version,
    createdAt: endpoint.createdAt.toISOString(),
  };
}

export const deliveryInclude = { endpoint: { select: { url: true } } } as const satisfies Prisma.WebhookDeliveryInclude;
type DeliveryRow = Prisma.WebhookDeliveryGetPayload<{ include: typeof deliveryInclude }>;

export function deliveryView(delivery: DeliveryRow): WebhookDeliveryView {
  return {
    id: delivery.id,
    endpointId: delivery.endpointId,
    url: delivery.endpoint.url,
    kind: delivery.kind,
    status: delivery.status,
    tries: delivery.tries,
    nextTryAt: delivery.nextTryAt?.toISOString() ?? null,
    answerCode: delivery.answerCode,
    answer: delivery.answer,
    triedAt: delivery.triedAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
  };
}

/** An endpoint that is still there, locked until the end of the transaction. */
export async function lockEndpoint(tx: Database, workspaceId: string, endpointId: string): Promise<EndpointRow> {
  await tx.$queryRaw`SELECT 1 FROM "WebhookEndpoint" WHERE "id" = ${endpointId}::uuid FOR UPDATE`;
  const row = await tx.webhookEndpoint.findFirst({ where: { id: endpointId, workspaceId, removedAt: null }, include: endpointInclude });
  if (!row) throw new AppError("NOT_FOUND", "This webhook does not exist.");
  return row;
}
