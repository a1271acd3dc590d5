import { z } from "zod";
import { downloadName } from "@/lib/domain/asset/file-name";
import { AppError } from "@/lib/domain/errors";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { PublicationPackage } from "@/lib/domain/publication/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { noSuchPublication } from "./publication-view";

/** File and record, to be handed out together. Only while the publication stands. */
export const publicationPackage = read({
  verb: "publication.package",
  permission: "workspace.read",
  input: z.strictObject({ publicationId: Id }),
  output: PublicationPackage,
  async run({ db, actor }, { publicationId }) {
    const row = await db.publication.findFirst({
      where: { id: publicationId, workspaceId: actor.workspaceId },
      include: { asset: true, card: { select: { title: true } } },
    });
    if (!row) throw noSuchPublication();
    if (row.withdrawnAt) throw new AppError("CONFLICT", "This publication was withdrawn; its record can still be read.");
    if (row.failedAt) throw new AppError("CONFLICT", "The file could not be written; a lead can have it tried again.");
    if (!row.asset) throw new AppError("CONFLICT", "The file is still being written; try again in a moment.");
    const { id, mimeType, sha256, byteSize } = row.asset;
    return {
      publicationId,
      assetId: id,
      fileName: downloadName(row.card.title, mimeType),
      record: PublicationRecord.parse(row.record),
      file: { sha256, mimeType, byteSize: Number(byteSize) },
      manifestHash: row.manifestHash,
    };
  },
});
