import { db } from "@/lib/db/client";
import { isSealedByNewest } from "@/lib/db/secret-box";
import { resealEach } from "../reseal";
import { openSecret, sealSecret } from "./target-row";

/** Seals anew what an older key of the studio sealed. Returns how many targets changed. */
export async function resealTargets(): Promise<number> {
  const rows = await db().deliveryTarget.findMany({ where: { removedAt: null } });
  const older = rows.filter(({ sealedSecret }) => !isSealedByNewest(sealedSecret));
  return resealEach("target", older, async (row) =>
    db().deliveryTarget.updateMany({
      where: { id: row.id, sealedSecret: row.sealedSecret },
      data: { sealedSecret: sealSecret(row, openSecret(row)) },
    }),
  );
}
