import { db } from "@/lib/db/client";
import { isSealedByNewest, seal, unseal } from "@/lib/db/secret-box";
import { resealEach } from "../reseal";
import { placeOf } from "./connection-row";

/** Seals anew what an older key of the studio sealed, so that the older one can be dropped. Returns how many connections changed. */
export async function resealConnections(): Promise<number> {
  const rows = await db().engineConnection.findMany();
  const older = rows.filter(
    ({ sealedKey, sealedWebhookSecret: hook }) => !isSealedByNewest(sealedKey) || (hook !== null && !isSealedByNewest(hook)),
  );
  return resealEach("connection", older, async (row) => {
    const { sealedKey, sealedWebhookSecret: sealedHook } = row;
    const again = (sealed: string, field: "key" | "webhook") => seal(unseal(sealed, placeOf(row, field)), placeOf(row, field));
    // Named by what it was: a key entered meanwhile is not overwritten.
    return db().engineConnection.updateMany({
      where: { id: row.id, sealedKey, sealedWebhookSecret: sealedHook },
      data: { sealedKey: again(sealedKey, "key"), sealedWebhookSecret: sealedHook === null ? null : again(sealedHook, "webhook") },
    });
  });
}
