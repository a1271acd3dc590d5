import { z } from "zod";
import { Target } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { MAX_ZIPPED, MAX_ZIPS_UNDER_WAY, ZipView } from "@/lib/domain/zip/zip";
import { personOf } from "../person";
import { write } from "../write";
import { zippedWhere } from "./zip-target";
import { zipView } from "./zip-view";

/** Asks for files as one zip: some by name, or all that a filter finds, videos too. The worker looks through them; then it can be downloaded. */
export const startZip = write({
  verb: "zip.start",
  permission: "workspace.read",
  input: z.strictObject({
    target: Target,
    metadata: z
      .enum(["with", "without"])
      .default("with")
      .meta({ description: "Without: pictures (PNG, JPEG, WebP) say nothing of themselves; their pixels are untouched." }),
  }),
  output: ZipView,
  async run({ tx, actor }, { target, metadata }) {
    const { workspaceId, memberId } = personOf(actor);
    if (target.filter?.deleted) throw new AppError("REFUSED", "Deleted files are not downloaded. Bring them back first.");
    const underWay = await tx.assetZip.count({ where: { workspaceId, memberId, status: "packing" } });
    if (underWay >= MAX_ZIPS_UNDER_WAY)
      throw new AppError("REFUSED", `${MAX_ZIPS_UNDER_WAY} zips of yours are being packed. Wait for one, or cancel one.`);
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM "Asset" a WHERE ${zippedWhere(workspaceId, target)}`;
    const total = counted?.total ?? 0;
    if (total === 0 || (target.assetIds && total !== new Set(target.assetIds).size))
      throw new AppError("NOT_FOUND", "A file does not exist.");
    if (total > MAX_ZIPPED)
      throw new AppError(
        "REFUSED",
        `One zip holds ${MAX_ZIPPED.toLocaleString("en")} files at most, and these are ${total.toLocaleString("en")}. Filter them into parts.`,
      );
    const zip = await tx.assetZip.create({ data: { workspaceId, memberId, target, isStripped: metadata === "without", total } });
    return {
      result: zipView(zip),
      audit: [{ subjectKind: "zip", subjectId: zip.id, details: { files: total, metadata } }],
      events: [{ kind: "zip", id: zip.id, version: zip.version, act: "begun" }],
      jobs: [{ name: "zip.pack", payload: { workspaceId, zipId: zip.id } }],
    };
  },
});
