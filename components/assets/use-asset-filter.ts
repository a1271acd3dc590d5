"use client";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { ASSET_KINDS, ASSET_ORIGINS } from "@/lib/domain/asset/asset-view";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import { parseSearch } from "@/lib/domain/search/parse";
import { COLOURS, Flag } from "@/lib/domain/selection/flags";
import { Id } from "@/lib/domain/wire";

/** What the address says of the gallery: a link shows the same files. */
const ADDRESS = {
  q: parseAsString.withDefault(""),
  origin: parseAsStringLiteral(ASSET_ORIGINS),
  flag: parseAsStringLiteral(Flag.options),
  rating: parseAsInteger,
  colour: parseAsStringLiteral(COLOURS),
  stack: parseAsString,
  kind: parseAsStringLiteral(ASSET_KINDS),
  collection: parseAsString,
  open: parseAsBoolean.withDefault(false),
  deleted: parseAsBoolean.withDefault(false),
} as const;

/** The filter of the address. The object stays the same for as long as it means the same. */
export function useAssetFilter() {
  const [said, say] = useQueryStates(ADDRESS, { throttleMs: 300 });
  const { q, origin, flag, rating, colour, stack, kind, collection, open, deleted } = said;
  const parsed = useMemo(() => parseSearch(q), [q]);
  const readable = parsed.kind === "query" ? q.trim() : "";
  const filter = useMemo(
    (): AssetFilter => ({
      search: readable,
      stacks: open ? "open" : "folded",
      deleted,
      ...(origin === null ? {} : { origin }),
      ...(flag === null ? {} : { flag }),
      ...(rating === null || rating < 1 || rating > 5 ? {} : { rating }),
      ...(colour === null ? {} : { colour }),
      ...(kind === null ? {} : { kind }),
      ...(collection === null || !Id.safeParse(collection).success ? {} : { collectionId: collection }),
      ...(stack === null || !Id.safeParse(stack).success ? {} : { stackId: stack }),
    }),
    [readable, open, deleted, origin, flag, rating, colour, stack, kind, collection],
  );
  const show = (next: AssetFilter) =>
    void say({
      q: next.search || null,
      origin: next.origin ?? null,
      flag: next.flag ?? null,
      rating: next.rating ?? null,
      colour: next.colour ?? null,
      stack: next.stackId ?? null,
      kind: next.kind ?? null,
      collection: next.collectionId ?? null,
      open: next.stacks === "open" || null,
      deleted: next.deleted || null,
    });
  return { filter, typed: q, parsed, say, show };
}
