import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { DefectKind } from "@/lib/domain/review/defect";
import { KindHint, KindLabel, KindView, whyNotChange } from "@/lib/domain/review/taxonomy";
import { Version } from "@/lib/domain/wire";
import { write } from "../write";
import { kindChanged, lockKinds } from "./change-kind";
import { loadKinds, refusedKind } from "./load-kinds";

/** Renames a kind of defect, says what it is seen by, hides it or shows it again. Its key, and with it every old defect, stays. */
export const editKind = write({
  verb: "defect-kind.edit",
  permission: "taxonomy.write",
  input: z.strictObject({
    kind: DefectKind,
    version: Version,
    label: KindLabel.optional(),
    hint: KindHint.optional(),
    isHidden: z.boolean().optional(),
  }),
  output: KindView,
  async run({ tx, actor, now }, { kind, version, ...change }) {
    const { workspaceId } = actor;
    await lockKinds(tx, workspaceId);
    const kinds = await loadKinds(tx, workspaceId);
    const before = kinds.find((each) => each.kind === kind);
    if (!before) throw new AppError("NOT_FOUND", "This workspace has no such kind of defect.");
    if (before.version !== version)
      throw new AppError("CONFLICT", "Somebody changed this kind first. Look at it again and repeat your change.");
    const refusal = whyNotChange(kinds, kind, change);
    if (refusal) throw refusedKind(refusal);
    const { label = before.label, hint = before.hint, isHidden = before.isHidden } = change;
    const after = { ...before, label, hint, isHidden, version: version + 1 };
    const columns = { label, hint, hiddenAt: isHidden ? now : null, version: after.version };
    await tx.defectKind.upsert({
      where: { workspaceId_kind: { workspaceId, kind } },
      create: { workspaceId, kind, createdAt: now, ...columns },
      update: columns,
    });
    const details = { kind, labelBefore: before.label, label, hintBefore: before.hint, hint, wasHidden: before.isHidden, isHidden };
    return kindChanged(after, workspaceId, "edited", details);
  },
});
