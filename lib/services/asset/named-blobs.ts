import { db } from "@/lib/db/client";

/**
 * Which of these hashes something in the studio names, deleted assets included: they can be restored. Every column that names a blob is
 * asked here; one left out loses its files.
 */
export async function namedBlobs(hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...hashes];
  const rows = await db().$queryRaw<{ sha256: string }[]>`
    SELECT "sha256" FROM "Asset" WHERE "sha256" = ANY(${wanted})
    UNION SELECT "sha256" FROM "Rendition" WHERE "sha256" = ANY(${wanted})
    UNION SELECT "sha256" FROM "GuestRendition" WHERE "sha256" = ANY(${wanted})
    UNION SELECT "contentHash" FROM "Variant" WHERE "contentHash" = ANY(${wanted})
    UNION SELECT "contentHash" FROM "Attempt" WHERE "contentHash" = ANY(${wanted})
    UNION SELECT "sourceHash" FROM "Publication" WHERE "sourceHash" = ANY(${wanted})
    UNION SELECT "publishedHash" FROM "Publication" WHERE "publishedHash" = ANY(${wanted})
    UNION SELECT "manifestHash" FROM "Publication" WHERE "manifestHash" = ANY(${wanted})
    UNION SELECT "manifestHash" FROM "AssetZip" WHERE "manifestHash" = ANY(${wanted})
    UNION SELECT "sha256" FROM "UploadTicket" WHERE "consumedAt" IS NULL AND "sha256" = ANY(${wanted})
    UNION SELECT preview->>'sha256'
      FROM "Run", jsonb_array_elements("progress"->'previews') preview
      WHERE jsonb_typeof("progress"->'previews') = 'array' AND preview->>'sha256' = ANY(${wanted})`;
  return new Set(rows.map(({ sha256 }) => sha256));
}
