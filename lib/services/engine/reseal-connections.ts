import { db } from "@/lib/db/client";
import { isSealedByNewest, seal, unseal } from "@/lib/db/secret-box";
import { placeOf } from "./connection-row";

/** Seals anew what an older key of the studio sealed, so that the older one can be dropped. Returns how many connections changed. */
export async function resealConnections(): Promise<number> {
  const rows = await db().engineConnection.findMany();
  let resealed = 0;
  for (const row of rows) {
    const { sealedKey, sealedWebhookSecret: sealedHook } = row;
    if (isSealedByNewest(sealedKey) && (sealedHook === null || isSealedByNewest(sealedHook))) continue;
    const again = (sealed: string, field: "key" | "webhook") => seal(unseal(sealed, placeOf(row, field)), placeOf(row, field));
    // Named by what it was: a key entered meanwhile is not overwritten.
    const { count } = await db().engineConnection.updateMany({
      where: { id: row.id, sealedKey, sealedWebhookSecret: sealedHook },
      data: { sealedKey: again(sealedKey, "key"), sealedWebhookSecret: sealedHook === null ? null : again(sealedHook, "webhook") },
    });
    resealed += count;
  }
  return resealed;
}
