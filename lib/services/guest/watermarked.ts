import { type Database, db } from "@/lib/db/client";
import { watermarkText } from "@/lib/domain/guest/watermark";

/** A picture with a guest's name drawn into it, where it lies. */
export interface Drawn {
  readonly sha256: string;
  readonly mimeType: string;
  readonly byteSize: number;
}

/** What has to be drawn into a picture for this guest, and what was drawn before. */
export async function watermarkOf(
  database: Database,
  guestId: string,
  assetId: string,
  name: string,
): Promise<{ readonly text: string; readonly drawn: Drawn | null }> {
  const [guest, drawn] = await Promise.all([
    database.guest.findUniqueOrThrow({ where: { id: guestId }, select: { name: true, createdAt: true } }),
    database.guestRendition.findUnique({
      where: { guestId_assetId_name: { guestId, assetId, name } },
      select: { sha256: true, mimeType: true, byteSize: true },
    }),
  ]);
  return { text: watermarkText(guest.name, guest.createdAt), drawn: drawn && { ...drawn, byteSize: Number(drawn.byteSize) } };
}

/** Keeps where a drawn picture lies. Two that were drawn at once are the same picture: either may stay. */
export async function keepWatermarked(guestId: string, assetId: string, name: string, drawn: Drawn): Promise<void> {
  const row = { ...drawn, byteSize: BigInt(drawn.byteSize) };
  await db().guestRendition.upsert({
    where: { guestId_assetId_name: { guestId, assetId, name } },
    create: { guestId, assetId, name, ...row },
    update: row,
  });
}
