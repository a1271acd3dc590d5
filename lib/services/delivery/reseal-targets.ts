import { db } from "@/lib/db/client";
import { isSealedByNewest } from "@/lib/db/secret-box";
import { openSecret, sealSecret } from "./target-row";

/** Seals anew what an older key of the studio sealed. Returns how many targets changed. */
export async function resealTargets(): Promise<number> {
  let resealed = 0;
  for (const row of await db().deliveryTarget.findMany({ where: { removedAt: null } })) {
    const { id, sealedSecret } = row;
    if (isSealedByNewest(sealedSecret)) continue;
    const { count } = await db().deliveryTarget.updateMany({
      where: { id, sealedSecret },
      data: { sealedSecret: sealSecret(row, openSecret(row)) },
    });
    resealed += count;
  }
  return resealed;
}
