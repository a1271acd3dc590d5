import { z } from "zod";
import { SEEN_RESOLUTION_MS } from "@/lib/domain/access/session";
import { downloadName } from "@/lib/domain/asset/file-name";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { guestEvent } from "./guest-event";
import { guestWrite } from "./guest-verb";
import { noteView } from "./note-view";
import { sharedFile } from "./shared-attempt";

/** Hands the guest the file of the newest attempt, as it was submitted. A watermarked link hands out no originals. */
export const takeFile = guestWrite({
  verb: "guest.download",
  power: "download",
  input: z.strictObject({ attemptId: Id }),
  output: z.strictObject({ fileName: z.string(), sha256: z.string(), mimeType: z.string(), byteSize: z.int() }),
  async run({ tx, guest, now }, { attemptId }) {
    const { guestId, linkId, name } = guest;
    if (guest.isWatermarked) throw new AppError("FORBIDDEN", "Through this link pictures carry your name; it hands out no originals.");
    const { asset, number, card } = await sharedFile(tx, guest, attemptId);
    const { sha256, mimeType } = asset;
    const result = { fileName: downloadName(`${card.title} ${number}`, mimeType), sha256, mimeType, byteSize: Number(asset.byteSize) };
    // A player asks for one file in many pieces: that is one taking of it.
    const before = await tx.guestView.findUnique({ where: { guestId_attemptId_act: { guestId, attemptId, act: "downloaded" } } });
    if (before && now.getTime() - before.lastAt.getTime() < SEEN_RESOLUTION_MS) return { result, unchanged: true };
    await noteView(tx, guestId, attemptId, now, "downloaded");
    return {
      result,
      audit: [
        { subjectKind: "card", subjectId: card.id, details: { guest: name, linkId, attempt: number, attemptId, contentHash: sha256 } },
      ],
      events: [guestEvent(linkId, "downloaded")],
    };
  },
});
