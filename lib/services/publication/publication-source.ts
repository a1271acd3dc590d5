import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { noSuchCard } from "../review/load-card";

const person = { select: { id: true, displayName: true } } as const;
const reference = {
  select: {
    role: true,
    weight: true,
    asset: { select: { id: true, fileName: true, sha256: true, rights: true } },
  },
  orderBy: { position: "asc" },
} as const;

/** Everything a publication record tells, read in one go. */
export const sourceInclude = {
  workspace: { select: { id: true, name: true, currency: true } },
  project: { select: { id: true, name: true } },
  lane: { select: { id: true, name: true, kind: true, policy: true } },
  owner: person,
  attempts: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      createdAt: true,
      asset: {
        select: {
          id: true,
          kind: true,
          fileName: true,
          mimeType: true,
          sha256: true,
          width: true,
          height: true,
          rights: true,
          altText: true,
          provenance: true,
          look: { select: { classes: true } },
        },
      },
      variant: {
        select: {
          id: true,
          seed: true,
          run: { select: { id: true, quality: true, engineId: true, modelId: true, modelRevision: true } },
          prompt: { include: { references: reference } },
        },
      },
    },
  },
} as const satisfies Prisma.ReviewCardInclude;

export type PublicationSource = Prisma.ReviewCardGetPayload<{ include: typeof sourceInclude }>;
export type AttemptSource = PublicationSource["attempts"][number];

export async function loadSource(db: Database, workspaceId: string, cardId: string): Promise<PublicationSource> {
  const source = await db.reviewCard.findFirst({ where: { id: cardId, workspaceId }, include: sourceInclude });
  if (!source) throw noSuchCard();
  return source;
}
