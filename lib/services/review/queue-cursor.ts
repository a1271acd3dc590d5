import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { DueDate } from "@/lib/domain/review/template";
import { Id } from "@/lib/domain/wire";

/** Where a page of the queue ended: the last card's due date (null = none) and id. */
const Place = z.tuple([DueDate.nullable(), Id]);

export function cursorAfter(card: { readonly dueAt: Date | null; readonly id: string }): string {
  return Buffer.from(JSON.stringify([card.dueAt?.toISOString() ?? null, card.id])).toString("base64url");
}

/** The cards behind a cursor in the order of the queue: due date, cards without one last, then age. */
export function behind(cursor: string | undefined): Prisma.ReviewCardWhereInput {
  if (cursor === undefined) return {};
  const place = Place.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!place.success) throw new AppError("BAD_INPUT", "cursor: this is not a cursor of this list.");
  const [due, id] = place.data;
  if (due === null) return { dueAt: null, id: { gt: id } };
  const dueAt = new Date(due);
  return { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }, { dueAt: null }] };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
