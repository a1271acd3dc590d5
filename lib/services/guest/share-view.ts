import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { GuestPowers } from "@/lib/domain/guest/power";
import { linkState } from "@/lib/domain/guest/share-link";
import type { ShareLinkView } from "@/lib/domain/guest/view";

export const shareInclude = {
  madeBy: { select: { id: true, displayName: true } },
  cards: { orderBy: { position: "asc" }, select: { card: { select: { id: true, title: true, status: true } } } },
  playlist: { select: { id: true, name: true } },
  guests: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
  _count: { select: { guests: true } },
} as const satisfies Prisma.ShareLinkInclude;

type ShareRow = Prisma.ShareLinkGetPayload<{ include: typeof shareInclude }>;

export const noSuchLink = () => new AppError("NOT_FOUND", "This share link does not exist.");

export function shareView(row: ShareRow, now: Date): ShareLinkView {
  return {
    id: row.id,
    name: row.name,
    powers: GuestPowers.parse(row.powers),
    state: linkState(row, now),
    hasPassword: row.passwordHash !== null,
    isWatermarked: row.isWatermarked,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    cards: row.cards.map(({ card }) => card),
    playlist: row.playlist,
    madeBy: { id: row.madeBy.id, name: row.madeBy.displayName },
    createdAt: row.createdAt.toISOString(),
    guests: row._count.guests,
    lastSeenAt: row.guests[0]?.lastSeenAt.toISOString() ?? null,
    version: row.version,
  };
}
