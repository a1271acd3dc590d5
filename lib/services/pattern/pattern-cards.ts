import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { PatternCard } from "@/lib/domain/pattern/browse/card";
import { loadFaces } from "./card-faces";
import type { FindableRow } from "./findable";
import { loadStandings, type TriedVersion } from "./standings";

/** Some patterns as cards. Pictures and proofs are read for these alone. */
export async function patternCards(
  db: Database,
  actor: Actor,
  rows: readonly FindableRow[],
  known?: ReadonlyMap<string, TriedVersion>,
): Promise<PatternCard[]> {
  const versionIds = rows.map(({ versionId }) => versionId);
  const standings = known ?? (await loadStandings(db, actor.workspaceId, versionIds, viewerOf(actor)));
  const faces = await loadFaces(
    db,
    rows.map(({ id, coverAssetId, versionId }) => ({ id, coverAssetId, trialIds: standings.get(versionId)?.trialIds ?? [] })),
    viewerOf(actor),
  );
  return rows.map(({ versionId, coverAssetId: _, ...row }) => ({
    ...row,
    faces: [...(faces.get(row.id) ?? [])],
    standing: standingIn(standings, versionId),
  }));
}

/** Who looks, for what depends on it; null for the studio itself. */
export const viewerOf = (actor: Actor) => (actor.kind === "system" ? null : actor.memberId);

export function standingIn(standings: ReadonlyMap<string, TriedVersion>, versionId: string): PatternCard["standing"] {
  const known = standings.get(versionId);
  return known ? { rate: known.rate, acceptedMicros: known.acceptedMicros, stale: known.stale, hidden: known.hidden } : null;
}

/**
 * A page of a list that is ordered as asked: what stands behind the pattern a cursor names, wherever that stands by now.
 * One that is no longer in the list begins it again.
 */
export function pageBehind<Row extends { readonly id: string }>(
  rows: readonly Row[],
  cursor: string | undefined,
  limit: number,
): { readonly shown: readonly Row[]; readonly next: string | null } {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/i.test(cursor))
    throw new AppError("BAD_INPUT", "cursor: this is not a cursor of this list.");
  const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
  const shown = rows.slice(from, from + limit);
  return { shown, next: from + limit < rows.length ? (shown.at(-1)?.id ?? null) : null };
}
