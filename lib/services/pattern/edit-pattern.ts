import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternTags, PatternView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { heldPattern } from "./held-pattern";
import { loadPattern, wearable } from "./pattern-view";

/** Renames a pattern, says what it is for, tags it or gives it another cover. Absent = unchanged. Its address stays. */
export const editPattern = write({
  verb: "pattern.edit",
  permission: "pattern.write",
  input: z.strictObject({
    patternId: Id,
    version: Version,
    name: PlainText.trim().min(1, "Give the pattern a name.").max(120).optional(),
    purpose: PlainText.trim().max(2_000).optional(),
    tags: PatternTags.optional(),
    /** A picture made with it; null goes back to the one it was promoted from. */
    coverAssetId: Id.nullable().optional(),
  }),
  output: PatternView,
  async run({ tx, actor }, { patternId, version, name, purpose, tags, coverAssetId }) {
    const before = await heldPattern(tx, actor, patternId);
    if (before.version !== version) throw new AppError("CONFLICT", "Somebody changed this pattern first. Reload it.");
    if (coverAssetId && (await tx.variant.count({ where: { ...wearable(patternId), assetId: coverAssetId } })) === 0)
      throw new AppError("REFUSED", "A pattern wears a picture that was made with it. Choose one of those.");
    const changed = await tx.pattern.update({
      where: { id: patternId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(purpose === undefined ? {} : { purpose }),
        ...(tags === undefined ? {} : { tags }),
        ...(coverAssetId === undefined ? {} : { coverAssetId }),
        version: { increment: 1 },
      },
    });
    return {
      result: await loadPattern(tx, actor, { id: patternId }),
      audit: [
        {
          subjectKind: "pattern",
          subjectId: patternId,
          details: {
            ...(name === undefined ? {} : { before: before.name, after: name }),
            ...(purpose === undefined ? {} : { purpose }),
            ...(tags === undefined ? {} : { tags: tags.join(", ") }),
            ...(coverAssetId === undefined ? {} : { coverAssetId }),
          },
        },
      ],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: "edited" }],
    };
  },
});
