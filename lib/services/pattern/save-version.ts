import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternView, VersionDraft } from "@/lib/domain/pattern/view";
import { Id, Version } from "@/lib/domain/wire";
import { putLabel } from "../label/put-label";
import { personOf } from "../person";
import { write } from "../write";
import { authorsOfSame } from "./authors";
import { heldPattern } from "./held-pattern";
import { loadPattern } from "./pattern-view";
import { endDraft } from "./save-draft";
import { writeVersion } from "./write-version";

/**
 * The next version of a pattern, with a note of what it changes. `basedOn` is the newest number the person saw: somebody
 * else's newer version is a conflict. The draft it was written in ends with it.
 */
export const saveVersion = write({
  verb: "pattern.save-version",
  permission: "pattern.write",
  input: z.strictObject({
    patternId: Id,
    basedOn: Version.min(1),
    version: VersionDraft,
    /** The draft this was written in, as last saved; left out by who wrote without one. */
    draftVersion: Version.optional(),
  }),
  output: PatternView,
  async run({ tx, actor, now }, { patternId, basedOn, version, draftVersion }) {
    const { workspaceId, memberId } = personOf(actor);
    if (version.note.trim() === "") throw new AppError("BAD_INPUT", "Say what changed, for whoever reads it later.");
    await heldPattern(tx, actor, patternId);
    const { _max } = await tx.patternVersion.aggregate({ where: { patternId }, _max: { number: true } });
    const newest = _max.number ?? 0;
    if (newest !== basedOn) throw new AppError("CONFLICT", `Version ${newest} was saved meanwhile. Look at it, then save yours on top.`);
    const writers = draftVersion === undefined ? [] : await endDraft(tx, patternId, draftVersion);
    const number = newest + 1;
    const coAuthorIds = [...writers, ...(await authorsOfSame(tx, patternId, version))];
    const written = { ...version, patternId, number, createdById: memberId, coAuthorIds, sourceVariantId: null };
    const saved = await writeVersion(tx, workspaceId, written);
    const candidate = { workspaceId, patternId, label: "candidate", to: saved, reason: version.note, memberId } as const;
    const labelled = await putLabel(tx, { ...candidate, kind: "saved", evidence: null }, now);
    const changed = await tx.pattern.update({ where: { id: patternId }, data: { version: { increment: 1 } } });
    return {
      result: await loadPattern(tx, actor, { id: patternId }),
      audit: [{ subjectKind: "pattern", subjectId: patternId, details: { versionId: saved.id, number, note: version.note } }, ...labelled],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: "version-saved" }],
    };
  },
});
