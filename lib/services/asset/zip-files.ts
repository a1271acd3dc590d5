import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { Target } from "@/lib/domain/asset/choice";
import { MAX_ZIPPED, zipNames } from "@/lib/domain/asset/zip-names";
import { AppError } from "@/lib/domain/errors";
import { titleOf } from "@/lib/domain/prompt/title";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { assetsWhere } from "./filter-sql";

/** A file of a zip and what its manifest says of it. */
export const ZipFileEntry = z.strictObject({
  name: z.string(),
  assetId: Id,
  sha256: z.string(),
  mimeType: z.string(),
  byteSize: z.int(),
  width: z.int(),
  height: z.int(),
  durationMs: z.int().nullable(),
  origin: z.string(),
  prompt: z.string().nullable(),
  flag: z.string(),
  rating: z.int(),
  colour: z.string(),
  createdAt: z.string(),
});
export type ZipFileEntry = z.infer<typeof ZipFileEntry>;

/** The files of a zip, newest first, all of this actor's workspace: what it may not see is not there. */
export const zipFiles = read({
  verb: "asset.zip-files",
  permission: "workspace.read",
  input: z.strictObject({ target: Target }),
  output: z.array(ZipFileEntry),
  async run({ db, actor }, { target }) {
    const { workspaceId } = actor;
    const { filter, assetIds = [] } = target;
    if (filter?.deleted) throw new AppError("REFUSED", "Deleted files are not downloaded. Bring them back first.");
    const meant = filter
      ? assetsWhere(workspaceId, filter)
      : Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."deletedAt" IS NULL AND a."id" = ANY(${assetIds}::uuid[])`;
    const rows = await db.$queryRaw<{ file: Omit<ZipFileEntry, "name"> & { fileName: string } }[]>`
      SELECT json_build_object(
        'assetId', a."id", 'fileName', a."fileName", 'sha256', a."sha256", 'mimeType', a."mimeType", 'byteSize', a."byteSize", 'width', a."width",
        'height', a."height", 'durationMs', a."durationMs", 'origin', a."origin", 'flag', a."flag", 'rating', a."rating", 'colour', a."colour",
        'createdAt', a."createdAt", 'prompt', (
          SELECT p."text" FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId" WHERE v."assetId" = a."id" LIMIT 1)) AS "file"
      FROM "Asset" a WHERE ${meant} ORDER BY a."id" DESC LIMIT ${MAX_ZIPPED + 1}`;
    const files = rows.map(({ file }) => file);
    if (files.length > MAX_ZIPPED) throw new AppError("REFUSED", `One zip holds ${MAX_ZIPPED.toLocaleString("en")} files at most.`);
    if (files.length === 0 || (!filter && files.length !== new Set(assetIds).size))
      throw new AppError("NOT_FOUND", "A file does not exist.");
    const names = zipNames(
      files.map(({ fileName, prompt, mimeType }) => ({ title: (prompt && titleOf(prompt)?.slice(0, 60)) || fileName, mimeType })),
    );
    return files.map(({ fileName: _given, ...file }, nth) => ({ ...file, name: names[nth] ?? file.assetId }));
  },
});
