import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { freeSlug } from "@/lib/domain/pattern/slug";
import { PatternView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { putLabel } from "../label/put-label";
import { curatedShelf, requireUser } from "../library/curated-shelf";
import { coverOf, picture, takenSlugs } from "../library/library-view";
import { personOf } from "../person";
import { write } from "../write";
import { authorsOf } from "./authors";
import { loadPattern, versionInclude, versionView } from "./pattern-view";
import { writeVersion } from "./write-version";

/** A pattern of its own that begins as a version of another one, on any shelf. Both remember the other. */
export const forkPattern = write({
  verb: "pattern.fork",
  permission: "pattern.write",
  input: z.strictObject({
    versionId: Id,
    libraryId: Id,
    name: PlainText.trim().min(1, "Give the pattern a name.").max(120),
    note: PlainText.trim().max(2_000).default(""),
  }),
  output: PatternView,
  async run({ tx, actor, now }, { versionId, libraryId, name, note }) {
    const { workspaceId, memberId } = personOf(actor);
    const library = await curatedShelf(tx, actor, libraryId);
    const source = await tx.patternVersion.findFirst({
      where: { id: versionId, pattern: { workspaceId } },
      include: {
        ...versionInclude,
        pattern: {
          include: {
            library: { select: { name: true, access: true } },
            cover: picture,
            versions: { orderBy: { number: "desc" }, select: { sourceVariant: { select: { asset: picture } } } },
          },
        },
      },
    });
    if (!source) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
    requireUser(actor, source.pattern.library);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pattern ${workspaceId}`}, 0))`;
    const { purpose, tags } = source.pattern;
    const coverAssetId = coverOf(source.pattern)?.assetId ?? null;
    const slug = freeSlug(name, await takenSlugs(tx, workspaceId, "pattern"));
    const pattern = await tx.pattern.create({
      data: { workspaceId, libraryId, name, slug, purpose, tags, coverAssetId, forkedFromId: versionId },
    });
    const { template, references } = versionView(source);
    const first = await writeVersion(tx, workspaceId, {
      template,
      references: references.map(({ assetId, role, weight }) => ({ assetId, role, weight })),
      note: note === "" ? `Forked from “${source.pattern.name}”, version ${source.number}.` : note,
      patternId: pattern.id,
      number: 1,
      createdById: memberId,
      // Nothing of it is the forker's yet.
      coAuthorIds: authorsOf(source),
      sourceVariantId: source.sourceVariantId,
    });
    const candidate = { workspaceId, patternId: pattern.id, label: "candidate", to: first, reason: first.note, memberId } as const;
    const labelled = await putLabel(tx, { ...candidate, kind: "saved", evidence: null }, now);
    return {
      result: await loadPattern(tx, actor, { id: pattern.id }),
      audit: [
        { subjectKind: "pattern", subjectId: pattern.id, details: { name, from: source.patternId, fromVersionId: versionId } },
        ...labelled,
      ],
      events: [
        { kind: "pattern", id: pattern.id, version: pattern.version, act: "forked" },
        { kind: "library", id: libraryId, version: library.version, act: "pattern-added" },
      ],
    };
  },
});
