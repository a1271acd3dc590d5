import type { Database } from "@/lib/db/client";
import { LiveOffers, type OffersTimes } from "@/lib/domain/live/offers";

interface KnownOffers extends OffersTimes {
  readonly offers: LiveOffers;
  readonly problem: string | null;
}

/** What is known of an engine's avatars, voices and contexts; empty where nothing was read yet. */
export async function offersOf(db: Database, workspaceId: string, engineId: string): Promise<KnownOffers> {
  const row = await db.liveOffers.findUnique({ where: { workspaceId_engineId: { workspaceId, engineId } } });
  return {
    // Of an earlier shape: as if it had not been read.
    offers: LiveOffers.catch({ avatars: [], voices: [], contexts: [] }).parse(row?.offers ?? {}),
    problem: row?.problem ?? null,
    readAt: row?.readAt ?? null,
    askedAt: row?.askedAt ?? null,
  };
}
