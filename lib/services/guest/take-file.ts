import { z } from "zod";
import { SEEN_RESOLUTION_MS } from "@/lib/domain/access/session";
import { downloadName } from "@/lib/domain/asset/file-name";
import { Id } from "@/lib/domain/wire";
import { guestEvent } from "./guest-event";
import { GuestFile } from "./guest-file";
import { guestWrite } from "./guest-verb";
import { noteView } from "./note-view";
import { sharedFile } from "./shared-attempt";
import { watermarkOf } from "./watermarked";

/** What a watermarked link hands out: the picture as large as it is shown, of a film its first one. */
const SHOWN = "screen";

/**
 * Hands the guest the file of the newest attempt, as it was submitted. A watermarked link hands out no originals, but the picture it shows, with
 * the guest's name in it.
 */
export const takeFile = guestWrite({
  verb: "guest.download",
  power: "download",
  input: z.strictObject({ attemptId: Id }),
  output: GuestFile,
  async run({ tx, guest, now }, { attemptId }) {
    const { guestId, linkId, name, isWatermarked } = guest;
    const { asset, number, card, noFile } = await sharedFile(tx, guest, attemptId);
    const file = isWatermarked ? asset.renditions.find((each) => each.name === SHOWN) : asset;
    if (!file) throw noFile();
    const { sha256, mimeType } = file;
    const result = {
      assetId: asset.id,
      fileName: downloadName(`${card.title} ${number}`, mimeType),
      sha256,
      mimeType,
      byteSize: Number(file.byteSize),
      watermark: isWatermarked ? await watermarkOf(tx, guestId, asset.id, SHOWN) : null,
    };
    // A player asks for one file in many pieces: that is one taking of it.
    const before = await tx.guestView.findUnique({ where: { guestId_attemptId_act: { guestId, attemptId, act: "downloaded" } } });
    if (before && now.getTime() - before.lastAt.getTime() < SEEN_RESOLUTION_MS) return { result, unchanged: true };
    await noteView(tx, guestId, attemptId, now, "downloaded");
    return {
      result,
      audit: [
        {
          subjectKind: "card",
          subjectId: card.id,
          details: { guest: name, linkId, attempt: number, attemptId, contentHash: asset.sha256, isWatermarked },
        },
      ],
      events: [guestEvent(linkId, "downloaded")],
    };
  },
});
