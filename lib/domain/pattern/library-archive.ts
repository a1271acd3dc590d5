import { z } from "zod";
import { IMAGE_ENDINGS, isImageType } from "../asset/file-type";
import { AssetRights } from "../asset/rights";
import { PlainText } from "../prompt/recipe";
import { Id } from "../wire";
import { assetsNamedIn } from "./template";
import { LabelName, PatternTags, VersionDraft } from "./view";

export const ARCHIVE_FORMAT = "selects-library" as const;
/** Counts up when the meaning of a field changes, or an older studio would trip over a new one: 2 tells of deprecation and ancestry. */
export const ARCHIVE_VERSION = 2 as const;
/** Where the facts lie in the zip. */
export const MANIFEST_NAME = "library.json";

export const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024;
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;
export const MAX_ARCHIVE_PICTURES = 1_000;
export const MAX_ARCHIVE_PATTERNS = 500;
const MAX_VERSIONS = 200;
/** Of one import, all patterns together: it is made in one transaction, which must not last. */
export const MAX_IMPORTED_VERSIONS = 1_000;

/** A picture beside the facts. Its id is what patterns call it; its bytes lie under its hash. */
export const ArchivedPicture = z.strictObject({
  id: Id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().max(300),
  mimeType: z.string().max(100),
  rights: AssetRights,
});
export type ArchivedPicture = z.infer<typeof ArchivedPicture>;

export const ArchivedVersion = VersionDraft.safeExtend({
  number: z.int().min(1),
  /** Who wrote it there; for people, not an account here. */
  author: z.string().max(200),
  createdAt: z.string().max(40),
  /** What it was measured as there; information, never evidence here. */
  evidence: z.unknown(),
});

/** Another pattern, as an archive calls it: by its address there, and by name for people where it is not in the archive. */
const NamedPattern = z.strictObject({ slug: z.string().min(1).max(80), name: PlainText.max(120) });

export const ArchivedPattern = z.strictObject({
  slug: z.string().max(80),
  name: PlainText.trim().min(1).max(120),
  purpose: PlainText.max(2_000),
  tags: PatternTags,
  /** Id of a picture. */
  cover: Id.nullable(),
  /** Where the labels pointed there; information: what is imported is labelled anew. */
  labels: z.partialRecord(LabelName, z.int()),
  /** Not to be begun with any more: why, and what to use instead. */
  deprecation: z
    .strictObject({ reason: PlainText.max(500), successor: NamedPattern.nullable() })
    .nullable()
    .default(null),
  /** The version of another pattern it began as. */
  forkedFrom: NamedPattern.extend({ number: z.int().min(1) })
    .nullable()
    .default(null),
  versions: z.array(ArchivedVersion).min(1).max(MAX_VERSIONS),
});
export type ArchivedPattern = z.infer<typeof ArchivedPattern>;

/** A style library outside the studio: everything but the bytes of its pictures. */
export const LibraryArchive = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  schemaVersion: z.literal([1, ARCHIVE_VERSION]),
  library: z.strictObject({ name: PlainText.trim().min(1).max(120), description: PlainText.max(2_000) }),
  pictures: z.array(ArchivedPicture).max(MAX_ARCHIVE_PICTURES),
  patterns: z.array(ArchivedPattern).max(MAX_ARCHIVE_PATTERNS),
});
export type LibraryArchive = z.infer<typeof LibraryArchive>;

/** Where a picture's bytes lie in the zip; with the ending of its type, so that whoever unpacks it can open it. */
export const pictureName = (sha256: string, mimeType = "") =>
  isImageType(mimeType) ? `pictures/${sha256}.${IMAGE_ENDINGS[mimeType]}` : `pictures/${sha256}`;

/** Ids of the pictures a pattern cannot do without. */
export function picturesOf({ versions }: Pick<ArchivedPattern, "versions">): readonly string[] {
  const named = versions.flatMap(({ template, references }) => [...references.map(({ assetId }) => assetId), ...assetsNamedIn(template)]);
  return [...new Set(named)];
}

/** The same version with other names for its pictures. One that has no other name keeps its own. */
export function withPictures(version: VersionDraft, names: ReadonlyMap<string, string>): VersionDraft {
  const renamed = (id: string) => names.get(id) ?? id;
  const { template, references, note } = version;
  const variables = template.variables.map((variable) =>
    variable.type.kind === "reference"
      ? { ...variable, default: variable.default && renamed(variable.default), examples: variable.examples.map(renamed) }
      : variable,
  );
  return {
    template: { ...template, variables },
    references: references.map((reference) => ({ ...reference, assetId: renamed(reference.assetId) })),
    note,
  };
}

/** Something of an import that will not be as it was, as people read it. */
export const ImportProblem = z.strictObject({
  /** `refused`: this is not made. `changed`: it is made, but not as it was. */
  kind: z.enum(["refused", "changed"]),
  /** The pattern or the row it is about. */
  about: z.string(),
  sentence: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What an import makes, or would make. */
export const ImportReport = z.strictObject({
  /** The new shelf; null in a dry run. */
  libraryId: Id.nullable(),
  name: z.string(),
  pictures: z.int(),
  patterns: z.array(
    z.strictObject({
      name: z.string(),
      /** Its address here; another than there when that one is taken. */
      slug: z.string(),
      versions: z.int(),
      /** Where labels pointed there. */
      labels: z.partialRecord(LabelName, z.int()),
    }),
  ),
  problems: z.array(ImportProblem),
});
export type ImportReport = z.infer<typeof ImportReport>;
