import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { isVideoType } from "@/lib/domain/asset/file-type";
import type { StoredFile } from "@/lib/domain/asset/media";
import {
  type ArchivedPattern,
  type ArchivedPicture,
  type ImportProblem,
  ImportReport,
  LibraryArchive,
  picturesOf,
  withPictures,
} from "@/lib/domain/pattern/library-archive";
import { tiesAmong } from "@/lib/domain/pattern/library-ties";
import { freeSlug } from "@/lib/domain/pattern/slug";
import { catalogueModel } from "@/lib/engines/catalogue";
import { createAsset } from "../asset/create-asset";
import { putLabel } from "../label/put-label";
import { writeVersion } from "../pattern/write-version";
import { personOf } from "../person";
import { read } from "../read";
import { write } from "../write";
import { takenSlugs } from "./library-view";

const MAX_SHELF_NAME = 120;

/** Ids of the archive's pictures whose bytes are there and are what they say. */
const Found = z.array(z.string());

/** What an import would make, and what it could not. */
export const planImport = read({
  verb: "library.plan-import",
  permission: "library.curate",
  input: z.strictObject({ archive: LibraryArchive, found: Found }),
  output: ImportReport,
  run: ({ db, actor }, { archive, found }) => planned(db, actor.workspaceId, archive, new Set(found)).then(({ report }) => report),
});

const Stored = z.custom<StoredFile>((value) => typeof value === "object" && value !== null);

/**
 * Puts an archive up as a new shelf, in one act: pictures with their rights, patterns with all their versions, the newest
 * labelled `candidate`. What cannot be made is left out and said. Archiving the shelf takes it back.
 */
export const importLibrary = write({
  verb: "library.import",
  permission: "library.curate",
  input: z.strictObject({
    archive: LibraryArchive,
    /** The files of the archive's pictures, stored already, by the picture's id there. */
    files: z.record(z.string(), Stored),
  }),
  output: ImportReport,
  async run({ tx, actor, now }, { archive, files }) {
    const { workspaceId, memberId } = personOf(actor);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`library ${workspaceId}`}, 0))`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pattern ${workspaceId}`}, 0))`;
    const { report, made } = await planned(tx, workspaceId, archive, new Set(Object.keys(files)));
    const names = new Map<string, string>();
    for (const { id, fileName, rights } of archive.pictures) {
      const file = files[id];
      if (!file) continue;
      const asset = await createAsset(tx, { workspaceId, createdById: memberId, origin: "import", fileName, rights, file });
      names.set(id, asset.id);
    }
    const { _max } = await tx.styleLibrary.aggregate({ where: { workspaceId }, _max: { position: true } });
    const library = await tx.styleLibrary.create({
      data: {
        workspaceId,
        name: report.name,
        slug: freeSlug(report.name, await takenSlugs(tx, workspaceId, "library")),
        description: archive.library.description,
        position: (_max.position ?? -1) + 1,
      },
    });
    const rows = new Map<ArchivedPattern, { readonly id: string; readonly versions: ReadonlyMap<number, string> }>();
    for (const [position, { pattern, slug }] of made.entries()) {
      const { name, purpose, tags, cover, deprecation } = pattern;
      const coverAssetId = (cover && names.get(cover)) ?? null;
      const row = await tx.pattern.create({
        data: {
          workspaceId,
          libraryId: library.id,
          ...{ name, slug, purpose, tags, position, coverAssetId },
          ...(deprecation && { deprecatedAt: now, deprecation: deprecation.reason }),
        },
      });
      const versions = [...pattern.versions].sort((a, b) => a.number - b.number);
      let newest: { id: string; number: number } | null = null;
      const written = new Map<number, string>();
      for (const [index, version] of versions.entries()) {
        newest = await writeVersion(tx, workspaceId, {
          ...withPictures(version, names),
          patternId: row.id,
          number: index + 1,
          createdById: memberId,
          sourceVariantId: null,
        });
        written.set(version.number, newest.id);
      }
      rows.set(pattern, { id: row.id, versions: written });
      const label = { workspaceId, patternId: row.id, label: "candidate", kind: "saved", evidence: null, memberId } as const;
      await putLabel(tx, { ...label, to: newest, reason: `Imported with “${report.name}”.` }, now);
    }
    const { successors, origins } = tiesAmong([...rows.keys()]);
    for (const [pattern, { id }] of rows) {
      const [successor, origin] = [successors.get(pattern), origins.get(pattern)];
      const successorId = successor && rows.get(successor)?.id;
      const forkedFromId = origin && rows.get(origin.pattern)?.versions.get(origin.number);
      if (successorId || forkedFromId)
        await tx.pattern.update({ where: { id }, data: { successorId: successorId ?? null, forkedFromId: forkedFromId ?? null } });
    }
    return {
      result: { ...report, libraryId: library.id },
      audit: [
        {
          subjectKind: "library",
          subjectId: library.id,
          details: { name: report.name, patterns: made.length, pictures: names.size, leftOut: archive.patterns.length - made.length },
        },
      ],
      events: [
        { kind: "library", id: library.id, version: 0, act: "imported" },
        ...[...names.values()].map((id) => ({ kind: "asset" as const, id, version: 0, act: "created" })),
      ],
    };
  },
});

interface Planned {
  readonly report: ImportReport;
  readonly made: readonly { readonly pattern: ArchivedPattern; readonly slug: string }[];
}

/** What comes of an archive here. The dry run and the act ask the very same. */
async function planned(db: Database, workspaceId: string, archive: LibraryArchive, found: ReadonlySet<string>): Promise<Planned> {
  const problems: ImportProblem[] = [];
  const made: { pattern: ArchivedPattern; slug: string }[] = [];
  const taken = new Set(await takenSlugs(db, workspaceId, "pattern"));
  const known = new Map(archive.pictures.map((picture) => [picture.id, picture]));
  for (const pattern of archive.patterns) {
    const refusal = refusalOf(pattern, found, known);
    if (refusal) {
      problems.push({ kind: "refused", about: pattern.name, sentence: refusal });
      continue;
    }
    const slug = freeSlug(pattern.name, taken);
    taken.add(slug);
    made.push({ pattern, slug });
    const changed = (sentence: string) => problems.push({ kind: "changed", about: pattern.name, sentence });
    if (pattern.slug !== "" && slug !== pattern.slug) changed(`Its address ${pattern.slug} becomes ${slug}.`);
    if (pattern.cover && !found.has(pattern.cover)) changed("Its cover is not in the archive; it is put up without.");
    if (pattern.labels.production !== undefined)
      changed(`Version ${pattern.labels.production} was in production there; here it needs evidence and a signature of its own.`);
  }
  for (const { about, sentence } of tiesAmong(made.map(({ pattern }) => pattern)).lost) problems.push({ kind: "changed", about, sentence });
  const name = await freeShelfName(db, workspaceId, archive.library.name);
  if (name !== archive.library.name && made.length > 0)
    problems.unshift({
      kind: "changed",
      about: archive.library.name,
      sentence: `There is a shelf of this name; this one becomes “${name}”.`,
    });
  const patterns = made.map(({ pattern: { name, versions, labels }, slug }) => ({ name, slug, versions: versions.length, labels }));
  return { report: { libraryId: null, name, pictures: found.size, patterns, problems }, made };
}

/** "Warm", or "Warm (2)" beside a shelf of that name. */
async function freeShelfName(db: Database, workspaceId: string, name: string): Promise<string> {
  const shelves = await db.styleLibrary.findMany({ where: { workspaceId, archivedAt: null }, select: { name: true } });
  const taken = new Set(shelves.map((shelf) => shelf.name.toLowerCase()));
  const named = (number: number) => (number === 1 ? name : `${name.slice(0, MAX_SHELF_NAME - 6)} (${number})`);
  let number = 1;
  while (taken.has(named(number).toLowerCase())) number += 1;
  return named(number);
}

/** Why a pattern cannot be made here, in a sentence; null when it can. */
function refusalOf(
  pattern: ArchivedPattern,
  found: ReadonlySet<string>,
  known: ReadonlyMap<string, Pick<ArchivedPicture, "fileName" | "mimeType">>,
): string | null {
  for (const { number, template } of pattern.versions) {
    const { engineId, modelId } = template.model;
    if (!catalogueModel(engineId, modelId)) return `Version ${number} runs on ${engineId} ${modelId}, which this studio does not know.`;
  }
  const missing = picturesOf(pattern).find((id) => !found.has(id));
  if (missing === undefined) return null;
  const { fileName = "of a reference", mimeType = "" } = known.get(missing) ?? {};
  return isVideoType(mimeType)
    ? `It uses the video ${fileName}, and videos are not imported with a library. Put the video into Assets here and build the pattern on it.`
    : `The picture ${fileName} is missing or damaged.`;
}
