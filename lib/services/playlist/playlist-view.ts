import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { Playlist } from "@/lib/domain/playlist/playlist";
import { isRunning, ShownFilm, standsNow } from "@/lib/domain/playlist/playlist";
import type { PlaylistSummary, PlaylistView } from "@/lib/domain/playlist/view";
import { videoColumns, videoShape } from "../asset/asset-view";

/** Somebody who was not heard of for so long has left. A present screen says so every ten seconds. */
export const PRESENT_MS = 35_000;

const person = { select: { id: true, displayName: true } } as const;

export const playlistInclude = {
  createdBy: person,
  presenter: person,
  items: { orderBy: { position: "asc" }, select: { cardId: true } },
} as const satisfies Prisma.PlaylistInclude;

type Row = Prisma.PlaylistGetPayload<{ include: typeof playlistInclude }>;

export const noSuchPlaylist = () => new AppError("NOT_FOUND", "This playlist does not exist.");

export async function loadPlaylist(db: Database, workspaceId: string, playlistId: string): Promise<{ row: Row; playlist: Playlist }> {
  const row = await db.playlist.findFirst({ where: { id: playlistId, workspaceId }, include: playlistInclude });
  if (!row) throw noSuchPlaylist();
  const { presenterId, position, startedAt, endedAt } = row;
  const cardIds = row.items.map(({ cardId }) => cardId);
  return { row, playlist: { cardIds, presenterId, position, film: filmOf(row), startedAt, endedAt } };
}

const filmOf = ({ film }: Pick<Row, "film">) => ShownFilm.nullable().parse(film);

const named = (member: { id: string; displayName: string }) => ({ id: member.id, name: member.displayName });

export function playlistSummary(row: Row): PlaylistSummary {
  const { position, startedAt, endedAt } = row;
  const isOn = isRunning(row);
  return {
    id: row.id,
    name: row.name,
    createdBy: named(row.createdBy),
    cards: row.items.length,
    position,
    presenter: isOn && row.presenter ? named(row.presenter) : null,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    version: row.version,
  };
}

const asset = {
  select: { id: true, kind: true, fileName: true, mimeType: true, width: true, height: true, thumbHash: true, ...videoColumns },
} as const;

export async function playlistView(db: Database, row: Row, now: Date): Promise<PlaylistView> {
  const cardIds = row.items.map(({ cardId }) => cardId);
  const [cards, present, decided] = await Promise.all([
    db.reviewCard.findMany({
      where: { id: { in: cardIds } },
      select: { id: true, title: true, status: true, attempts: { orderBy: { number: "desc" }, take: 1, select: { asset } } },
    }),
    db.attendance.findMany({
      where: { playlistId: row.id, seenAt: { gt: new Date(now.getTime() - PRESENT_MS) } },
      include: { member: person },
      orderBy: { memberId: "asc" },
    }),
    row.startedAt === null
      ? []
      : db.attempt.findMany({
          where: { cardId: { in: cardIds }, decidedAt: { gte: row.startedAt, ...(row.endedAt ? { lte: row.endedAt } : {}) } },
          select: { cardId: true, number: true, status: true, decisionNote: true, decidedBy: person, card: { select: { title: true } } },
          orderBy: { decidedAt: "asc" },
        }),
  ]);
  const film = filmOf(row);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const { cards: _, ...summary } = playlistSummary(row);
  return {
    ...summary,
    cards: cardIds.flatMap((cardId) => {
      const card = byId.get(cardId);
      if (!card) return [];
      const newest = card.attempts[0]?.asset;
      return [{ cardId, title: card.title, status: card.status, picture: newest ? pictureOf(newest) : null }];
    }),
    present: present.map(({ member }) => named(member)),
    film: film && isRunning(row) ? standsNow(film, now) : null,
    decisions: decided.flatMap(({ cardId, number, status, decisionNote, decidedBy, card }) =>
      decidedBy && (status === "approved" || status === "changes_requested" || status === "rejected")
        ? [{ cardId, title: card.title, attempt: number, decision: status, by: named(decidedBy), note: decisionNote }]
        : [],
    ),
  };
}

type AssetRow = Prisma.AssetGetPayload<typeof asset>;

function pictureOf({ id, durationMs, provenance, ...facts }: AssetRow): NonNullable<PlaylistView["cards"][number]["picture"]> {
  return { assetId: id, ...facts, video: videoShape({ durationMs, provenance }) };
}
