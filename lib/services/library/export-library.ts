import { z } from "zod";
import { AssetRights } from "@/lib/domain/asset/rights";
import { AppError } from "@/lib/domain/errors";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchivedPattern, LibraryArchive, picturesOf } from "@/lib/domain/pattern/library-archive";
import { Id } from "@/lib/domain/wire";
import { versionInclude, versionView } from "../pattern/pattern-view";
import { read } from "../read";
import { loadEvidence } from "../trial/load-evidence";
import { requireUser } from "./curated-shelf";
import { coverOf, IN_SHELF_ORDER, labelNumbers, summaryInclude } from "./library-view";

/** How an archive names another pattern. */
const NAMED = { slug: true, name: true } as const;

/** A library as it leaves the studio: the facts, and which pictures go with them. Never who may use it: that is this studio's. */
export const exportLibrary = read({
  verb: "library.export",
  permission: "library.curate",
  input: z.strictObject({ libraryId: Id }),
  output: z.strictObject({ slug: z.string(), archive: LibraryArchive }),
  async run({ db, actor }, { libraryId }) {
    const { workspaceId } = actor;
    const library = await db.styleLibrary.findFirst({ where: { id: libraryId, workspaceId, archivedAt: null } });
    if (!library) throw new AppError("NOT_FOUND", "This style library does not exist.");
    requireUser(actor, library);
    const rows = await db.pattern.findMany({
      where: { libraryId, archivedAt: null },
      orderBy: [...IN_SHELF_ORDER],
      include: {
        ...summaryInclude,
        successor: { select: NAMED },
        forkedFrom: { select: { number: true, pattern: { select: NAMED } } },
        versions: { orderBy: { number: "desc" }, include: versionInclude },
      },
    });
    const evidence = await loadEvidence(
      db,
      workspaceId,
      rows.flatMap(({ versions }) => versions.map(({ id }) => id)),
      { viewer: actor.kind === "system" ? null : actor.memberId, withDrift: false },
    );
    const patterns = rows.map(
      (row): ArchivedPattern => ({
        slug: row.slug,
        name: row.name,
        purpose: row.purpose,
        tags: row.tags,
        cover: coverOf(row)?.assetId ?? null,
        labels: labelNumbers(row.labels),
        deprecation: row.deprecatedAt && { reason: row.deprecation, successor: row.successor },
        forkedFrom: row.forkedFrom && { ...row.forkedFrom.pattern, number: row.forkedFrom.number },
        versions: row.versions.map(versionView).map(({ id, number, template, references, note, author, createdAt }) => ({
          number,
          template,
          references: references.map(({ assetId, role, weight }) => ({ assetId, role, weight })),
          note,
          author,
          createdAt,
          evidence: evidence.get(id) ?? null,
        })),
      }),
    );
    const named = patterns.flatMap((pattern) => [...picturesOf(pattern), ...(pattern.cover ? [pattern.cover] : [])]);
    const assets = await db.asset.findMany({ where: { id: { in: [...new Set(named)] }, workspaceId } });
    return {
      slug: library.slug,
      archive: {
        format: ARCHIVE_FORMAT,
        schemaVersion: ARCHIVE_VERSION,
        library: { name: library.name, description: library.description },
        pictures: assets.map(({ id, sha256, fileName, mimeType, rights }) => ({
          id,
          sha256,
          fileName,
          mimeType,
          rights: AssetRights.parse(rights),
        })),
        patterns,
      },
    };
  },
});
