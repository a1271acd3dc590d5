import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { ZipView } from "@/lib/domain/zip/zip";
import { personOf } from "../person";
import { write } from "../write";
import { noSuchZip, zipView } from "./zip-view";

/** Ends the packing of a zip, or forgets one that is ready. The files are as they were. */
export const cancelZip = write({
  verb: "zip.cancel",
  permission: "workspace.read",
  input: z.strictObject({ zipId: Id }),
  output: ZipView,
  async run({ tx, actor }, { zipId }) {
    const { workspaceId, memberId } = personOf(actor);
    const [zip] = await tx.assetZip.updateManyAndReturn({
      where: { id: zipId, workspaceId, memberId, status: { not: "cancelled" } },
      data: { status: "cancelled", version: { increment: 1 } },
    });
    if (!zip) throw noSuchZip();
    await tx.assetZipEntry.deleteMany({ where: { zipId } });
    return {
      result: zipView(zip),
      audit: [{ subjectKind: "zip", subjectId: zipId, details: { files: zip.total } }],
      events: [{ kind: "zip", id: zipId, version: zip.version, act: "cancelled" }],
    };
  },
});
