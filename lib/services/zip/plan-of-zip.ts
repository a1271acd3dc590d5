import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { MANIFEST_NAME } from "@/lib/domain/zip/names";
import { personOf } from "../person";
import { read } from "../read";
import { noSuchZip, zipsSince } from "./zip-view";

/** A file of a zip and where its bytes lie. */
export const PackedFile = z.strictObject({
  name: z.string(),
  byteSize: z.int(),
  crc: z.int(),
  sha256: z.string(),
  mimeType: z.string(),
  isStripped: z.boolean(),
});
export type PackedFile = z.infer<typeof PackedFile>;

/** What is in a zip that is ready, in its order, the manifest last. For the door that writes it: only whoever asked for it gets it. */
export const planOfZip = read({
  verb: "zip.plan",
  permission: "workspace.read",
  input: z.strictObject({ zipId: Id }),
  output: z.strictObject({ madeAt: z.date(), byteSize: z.number(), files: z.array(PackedFile) }),
  async run({ db, actor }, { zipId }) {
    const { workspaceId, memberId } = personOf(actor);
    const zip = await db.assetZip.findFirst({
      where: { id: zipId, workspaceId, memberId, status: "ready", createdAt: { gte: zipsSince(new Date()) } },
    });
    if (!zip?.manifestHash) throw noSuchZip();
    const entries = await db.assetZipEntry.findMany({
      where: { zipId },
      orderBy: { position: "asc" },
      select: { name: true, byteSize: true, crc: true, asset: { select: { sha256: true, mimeType: true } } },
    });
    const files = entries.map(({ name, byteSize, crc, asset }) => ({
      name,
      byteSize,
      crc: Number(crc),
      ...asset,
      isStripped: zip.isStripped,
    }));
    files.push({
      name: MANIFEST_NAME,
      byteSize: zip.manifestSize,
      crc: Number(zip.manifestCrc),
      sha256: zip.manifestHash,
      mimeType: "application/json",
      isStripped: false,
    });
    return { madeAt: zip.createdAt, byteSize: Number(zip.byteSize), files };
  },
});
