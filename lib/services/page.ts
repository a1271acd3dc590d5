import { AppError } from "@/lib/domain/errors";

/** Keyset paging on UUIDv7 ids, which sort by creation: no page shifts when something new appears on top. */
export function keyset(cursor: string | undefined): { id?: { lt: string } } {
  if (cursor === undefined) return {};
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(cursor))
    throw new AppError("BAD_INPUT", "cursor: this is not a cursor of this list.");
  return { id: { lt: cursor } };
}

/** Splits `limit + 1` rows into a page and the cursor of the next one. */
export function paged<Row extends { id: string }, Item>(rows: readonly Row[], limit: number, view: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  // The row alone: a view may take more, which is not the row's place in the list.
  return { items: shown.map((row) => view(row)), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
