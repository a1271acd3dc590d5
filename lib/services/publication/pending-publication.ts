import { z } from "zod";
import { downloadName } from "@/lib/domain/asset/file-name";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { publicationState } from "@/lib/domain/publication/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { noSuchPublication } from "./publication-view";

/** What the job needs to write a publication's file; null when there is nothing (left) to write. */
const PendingPublication = z.strictObject({
  fileName: z.string(),
  mimeType: z.string(),
  sourceHash: z.string(),
  record: PublicationRecord,
});
export type PendingPublication = z.infer<typeof PendingPublication>;

export const pendingPublication = read({
  verb: "publication.pending",
  permission: "publication.publish",
  input: z.strictObject({ publicationId: Id }),
  output: PendingPublication.nullable(),
  async run({ db, actor }, { publicationId }) {
    const row = await db.publication.findFirst({
      where: { id: publicationId, workspaceId: actor.workspaceId },
      include: { card: { select: { title: true } } },
    });
    if (!row) throw noSuchPublication();
    if (publicationState(row) !== "writing") return null;
    const record = PublicationRecord.parse(row.record);
    const { mimeType } = record.source;
    return { fileName: downloadName(row.card.title, mimeType), mimeType, sourceHash: row.sourceHash, record };
  },
});
