import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternView, VersionDraft } from "@/lib/domain/pattern/view";
import { Id, Version } from "@/lib/domain/wire";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { write } from "../write";
import { loadPattern } from "./pattern-view";

/** The next version of a pattern. `basedOn` is the newest number the person saw: somebody else's newer version is a conflict. */
export const saveVersion = write({
  verb: "pattern.save-version",
  permission: "pattern.write",
  input: z.strictObject({ patternId: Id, basedOn: Version.min(1), version: VersionDraft }),
  output: PatternView,
  async run({ tx, actor }, { patternId, basedOn, version }) {
    const { workspaceId, memberId } = personOf(actor);
    await tx.$queryRaw`SELECT 1 FROM "Pattern" WHERE "id" = ${patternId}::uuid FOR UPDATE`;
    const pattern = await tx.pattern.findFirst({
      where: { id: patternId, workspaceId, archivedAt: null },
      include: { versions: { orderBy: { number: "desc" }, take: 1, select: { number: true } } },
    });
    if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
    const newest = pattern.versions[0]?.number ?? 0;
    if (newest !== basedOn) throw new AppError("CONFLICT", `Version ${newest} was saved meanwhile. Look at it, then save yours on top.`);
    await checkReferences(tx, workspaceId, version);
    const number = newest + 1;
    const saved = await tx.patternVersion.create({
      data: {
        patternId,
        number,
        template: version.template,
        note: version.note,
        createdById: memberId,
        references: { createMany: { data: version.references.map((reference, position) => ({ position, ...reference })) } },
      },
    });
    const candidate = { versionId: saved.id, movedAt: saved.createdAt };
    await tx.patternLabel.upsert({
      where: { patternId_name: { patternId, name: "candidate" } },
      create: { patternId, name: "candidate", ...candidate },
      update: candidate,
    });
    const changed = await tx.pattern.update({ where: { id: patternId }, data: { version: { increment: 1 } } });
    return {
      result: await loadPattern(tx, workspaceId, { id: patternId }),
      audit: [
        { subjectKind: "pattern", subjectId: patternId, details: { versionId: saved.id, number, note: version.note } },
        { subjectKind: "label", subjectId: patternId, details: { label: "candidate", before: newest, after: number } },
      ],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: "version-saved" }],
    };
  },
});
