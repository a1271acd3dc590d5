import { v7 as newId } from "uuid";
import { z } from "zod";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";

/**
 * Leaves a video that has arrived to the worker: the ticket names its bytes, and a job looks at them. Of several that finish the same upload
 * one wins and the others get CONFLICT. Without an announcement (`uploadId` null) it gets a ticket of its own. Called by the doors that store
 * files; never a procedure, because whoever names hashes freely could name somebody else's.
 */
export const handInVideo = write({
  verb: "asset.hand-in",
  permission: "asset.write",
  input: z.strictObject({
    uploadId: Id.nullable(),
    fileName: z.string(),
    video: z.strictObject({ sha256: z.string(), byteSize: z.int() }),
  }),
  output: z.strictObject({ uploadId: Id }),
  async run({ tx, actor }, { uploadId, fileName, video }) {
    const { workspaceId, memberId } = personOf(actor);
    const handedIn = { sha256: video.sha256, fileName: cleanFileName(fileName) };
    const [ticket] =
      uploadId === null
        ? [await tx.uploadTicket.create({ data: { key: newId(), workspaceId, memberId, byteSize: video.byteSize, ...handedIn } })]
        : await tx.uploadTicket.updateManyAndReturn({
            where: { key: uploadId, workspaceId, memberId, consumedAt: null, sha256: null },
            data: handedIn,
          });
    if (!ticket) throw new AppError("CONFLICT", "This upload has arrived already.");
    return {
      result: { uploadId: ticket.key },
      audit: [{ subjectKind: "upload", subjectId: ticket.key, details: handedIn }],
      jobs: [{ name: "upload.check", payload: { workspaceId, uploadId: ticket.key } }],
    };
  },
});
