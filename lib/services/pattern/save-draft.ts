import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { TemplateDraft } from "@/lib/domain/pattern/draft";
import { PatternDraftView } from "@/lib/domain/pattern/view";
import { Id, Version } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { heldPattern } from "./held-pattern";
import { draftInclude, draftView } from "./pattern-view";

/**
 * Keeps the next version of a pattern while it is written: one draft a pattern. `draftVersion` is the save this one follows,
 * null begins a draft; when somebody saved meanwhile it is a conflict, and both know of each other.
 */
export const saveDraft = write({
  verb: "pattern.save-draft",
  permission: "pattern.write",
  input: z.strictObject({
    patternId: Id,
    draftVersion: Version.nullable(),
    basedOn: Version.min(1),
    content: TemplateDraft,
    note: z.string().max(2_000),
  }),
  output: PatternDraftView,
  async run({ tx, actor, now }, { patternId, draftVersion, basedOn, content, note }) {
    const { memberId } = personOf(actor);
    const pattern = await heldPattern(tx, actor, patternId);
    if ((await tx.patternVersion.count({ where: { patternId, number: basedOn } })) === 0)
      throw new AppError("NOT_FOUND", `This pattern has no version ${basedOn}.`);
    const before = await tx.patternDraft.findUnique({ where: { patternId }, include: draftInclude });
    refuseOvertaken(before, draftVersion);
    const version = (draftVersion ?? -1) + 1;
    const writerIds = [...new Set([...(before?.writerIds ?? []), memberId])];
    const row = { content, note, basedOn, version, savedById: memberId, writerIds, savedAt: now };
    const saved = await tx.patternDraft.upsert({
      where: { patternId },
      create: { patternId, ...row },
      update: row,
      include: draftInclude,
    });
    return {
      result: draftView(saved),
      audit: [{ subjectKind: "pattern", subjectId: patternId, details: { draftVersion: version, basedOn } }],
      events: [{ kind: "pattern", id: patternId, version: pattern.version, act: "draft-saved" }],
    };
  },
});

type Kept = { readonly version: number; readonly savedBy: { readonly displayName: string } };

function refuseOvertaken(kept: Kept | null, draftVersion: number | null): void {
  if ((kept?.version ?? null) === draftVersion) return;
  if (kept) throw new AppError("CONFLICT", `${kept.savedBy.displayName} is writing this draft too and saved it meanwhile.`);
  throw new AppError("CONFLICT", "This draft was saved as a version or discarded meanwhile.");
}

/** The draft is over: it must be as it was last seen. Everybody who wrote it. */
export async function endDraft(tx: Transaction, patternId: string, draftVersion: number): Promise<readonly string[]> {
  const before = await tx.patternDraft.findUnique({ where: { patternId }, include: draftInclude });
  refuseOvertaken(before, draftVersion);
  await tx.patternDraft.delete({ where: { patternId } });
  return before?.writerIds ?? [];
}
