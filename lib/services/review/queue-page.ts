import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { QUEUE_SORTS, type QueueSort } from "@/lib/domain/review/queue-order";
import { Id } from "@/lib/domain/wire";
import { costsOf } from "./card-cost";
import { behind, cursorAfter, parseJson } from "./queue-cursor";

type Where = Prisma.ReviewCardWhereInput;

/** A ranked order reads every card of its view; a studio with more open cards than this filters first. */
const MOST_RANKED = 5_000;

export interface PageOfQueue {
  readonly ids: readonly string[];
  readonly next: string | null;
}

/** One page of the cards of a view, in the order somebody asks for. Each card stands on one page, whatever is added meanwhile. */
export async function pageOfQueue(
  db: Database,
  where: Where,
  { sort, cursor, limit }: { readonly sort: QueueSort; readonly cursor: string | undefined; readonly limit: number },
): Promise<PageOfQueue> {
  switch (sort) {
    case "due": {
      const rows = await db.reviewCard.findMany({
        where: { AND: [where, behind(cursor)] },
        select: { id: true, dueAt: true },
        orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
        take: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { ids: shown.map(({ id }) => id), next: rows.length > limit && last ? cursorAfter(last) : null };
    }
    case "age": {
      // Ids count up with time.
      const place = placeIn(sort, cursor);
      const older: Where = place ? { id: { gt: place.id } } : {};
      const rows = await db.reviewCard.findMany({
        where: { AND: [where, older] },
        select: { id: true },
        orderBy: { id: "asc" },
        take: limit + 1,
      });
      return ranked(
        sort,
        rows.map(({ id }) => ({ key: "", id })),
        null,
        limit,
      );
    }
    case "lane": {
      const rows = await db.reviewCard.findMany({ where, select: { id: true, lane: { select: { name: true } } }, take: MOST_RANKED });
      const keyed = rows.map(({ id, lane }) => ({ key: lane.name.toLowerCase(), id })).toSorted(byKey);
      return ranked(sort, keyed, placeIn(sort, cursor), limit);
    }
    case "cost": {
      const rows = await db.reviewCard.findMany({ where, select: { id: true }, take: MOST_RANKED });
      const costs = await costsOf(
        db,
        rows.map(({ id }) => id),
      );
      // The dearest first: what is left of a large number, padded, sorts as text.
      const keyed = rows.map(({ id }) => ({ key: String(MOST_MICROS - (costs.get(id) ?? 0n)).padStart(20, "0"), id })).toSorted(byKey);
      return ranked(sort, keyed, placeIn(sort, cursor), limit);
    }
    default:
      return sort satisfies never;
  }
}

const MOST_MICROS = 10n ** 18n;

interface Keyed {
  readonly key: string;
  readonly id: string;
}

const byText = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
const byKey = (one: Keyed, other: Keyed) => byText(one.key, other.key) || byText(one.id, other.id);

function ranked(sort: QueueSort, cards: readonly Keyed[], after: Keyed | null, limit: number): PageOfQueue {
  const left = after ? cards.filter((card) => byKey(card, after) > 0) : cards;
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  const next = left.length > limit && last ? Buffer.from(JSON.stringify([sort, last.key, last.id])).toString("base64url") : null;
  return { ids: shown.map(({ id }) => id), next };
}

const Place = z.tuple([z.enum(QUEUE_SORTS), z.string(), Id]);

function placeIn(sort: QueueSort, cursor: string | undefined): Keyed | null {
  if (cursor === undefined) return null;
  const place = Place.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!place.success || place.data[0] !== sort) throw new AppError("BAD_INPUT", "cursor: this is not a cursor of this list.");
  return { key: place.data[1], id: place.data[2] };
}
