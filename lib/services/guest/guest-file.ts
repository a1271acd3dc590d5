import { z } from "zod";
import { downloadName } from "@/lib/domain/asset/file-name";
import { Id } from "@/lib/domain/wire";
import { guestRead } from "./guest-verb";
import { noteView } from "./note-view";
import { sharedFile } from "./shared-attempt";
import { watermarkOf } from "./watermarked";

/** Bytes for a guest, and what must be drawn into them first. */
export const GuestFile = z.strictObject({
  assetId: Id,
  fileName: z.string(),
  sha256: z.string(),
  mimeType: z.string(),
  byteSize: z.int(),
  watermark: z
    .strictObject({ text: z.string(), drawn: z.strictObject({ sha256: z.string(), mimeType: z.string(), byteSize: z.int() }).nullable() })
    .nullable()
    .meta({ description: "What must be drawn into it before it is shown, and where it lies when it was drawn before." }),
});
export type GuestFile = z.infer<typeof GuestFile>;

/**
 * Where the bytes a guest is shown lie: `thumb`, `screen` and `filmstrip` of the newest attempt, and `film`, the file of a video, which plays only as
 * itself. Through a watermarked link every picture names the guest, and a film is shown as its first picture.
 */
export const guestFile = guestRead({
  verb: "guest.file",
  power: "see",
  input: z.strictObject({ attemptId: Id, size: z.enum(["thumb", "screen", "filmstrip", "film"]) }),
  output: GuestFile,
  async run({ db, guest, now }, { attemptId, size }) {
    const { asset, number, card, noFile } = await sharedFile(db, guest, attemptId);
    const { isWatermarked } = guest;
    const isFilm = size === "film" && asset.kind === "video" && !isWatermarked;
    const file = isFilm ? asset : asset.renditions.find(({ name }) => name === size);
    if (!file) throw noFile();
    if (size === "screen" || size === "film") await noteView(db, guest.guestId, attemptId, now);
    const { sha256, mimeType } = file;
    return {
      assetId: asset.id,
      fileName: downloadName(`${card.title} ${number}`, mimeType),
      sha256,
      mimeType,
      byteSize: Number(file.byteSize),
      watermark: isWatermarked ? await watermarkOf(db, guest.guestId, asset.id, size) : null,
    };
  },
});
