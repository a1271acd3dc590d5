import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { freeSlug } from "@/lib/domain/pattern/slug";
import { MAX_PROMOTED, PatternView, VersionDraft } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { putLabel } from "../label/put-label";
import { curatedShelf } from "../library/curated-shelf";
import { takenSlugs } from "../library/library-view";
import { personOf } from "../person";
import { write } from "../write";
import { loadPattern } from "./pattern-view";
import { writeVersion } from "./write-version";

/**
 * Makes a pattern from picked variants: the person's template (proposed by the screen from their recipes)
 * becomes version 1, and the label `candidate` points to it.
 */
export const promote = write({
  verb: "pattern.promote",
  permission: "pattern.write",
  input: z.strictObject({
    libraryId: Id,
    /** The picks it comes from: the first is its face, and all of them are recorded. */
    variantId: Id,
    otherVariantIds: z
      .array(Id)
      .max(MAX_PROMOTED - 1)
      .default([]),
    name: PlainText.trim().min(1, "Give the pattern a name.").max(120),
    purpose: PlainText.max(2_000).default(""),
    version: VersionDraft,
  }),
  output: PatternView,
  async run({ tx, actor, now }, { libraryId, variantId, otherVariantIds, name, purpose, version }) {
    const { workspaceId, memberId } = personOf(actor);
    const library = await curatedShelf(tx, actor, libraryId);
    const sources = [...new Set([variantId, ...otherVariantIds])];
    const variants = await tx.variant.findMany({ where: { id: { in: sources }, workspaceId }, select: { flag: true } });
    if (variants.length < sources.length) throw new AppError("NOT_FOUND", "This variant does not exist.");
    if (variants.some(({ flag }) => flag !== "pick"))
      throw new AppError("REFUSED", "Pick the variant first: only what was chosen becomes a pattern.");
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pattern ${workspaceId}`}, 0))`;
    const pattern = await tx.pattern.create({
      data: { workspaceId, libraryId, name, purpose, slug: freeSlug(name, await takenSlugs(tx, workspaceId, "pattern")) },
    });
    const first = await writeVersion(tx, workspaceId, {
      ...version,
      patternId: pattern.id,
      number: 1,
      createdById: memberId,
      sourceVariantId: variantId,
    });
    const candidate = { workspaceId, patternId: pattern.id, label: "candidate", to: first, reason: version.note, memberId } as const;
    const labelled = await putLabel(tx, { ...candidate, kind: "saved", evidence: null }, now);
    return {
      result: await loadPattern(tx, actor, { id: pattern.id }),
      audit: [
        { subjectKind: "pattern", subjectId: pattern.id, details: { name, variantIds: sources.join(" "), versionId: first.id } },
        ...labelled,
      ],
      events: [
        { kind: "pattern", id: pattern.id, version: pattern.version, act: "promoted" },
        { kind: "library", id: libraryId, version: library.version, act: "pattern-added" },
      ],
    };
  },
});
