import { z } from "zod";
import { addKind as add, KindHint, KindLabel, KindView } from "@/lib/domain/review/taxonomy";
import { write } from "../write";
import { kindChanged, lockKinds } from "./change-kind";
import { loadKinds, refusedKind } from "./load-kinds";

/** Adds a kind of defect of the workspace's own. */
export const addKind = write({
  verb: "defect-kind.add",
  permission: "taxonomy.write",
  input: z.strictObject({ label: KindLabel, hint: KindHint.default("") }),
  output: KindView,
  async run({ tx, actor, now }, { label, hint }) {
    const { workspaceId } = actor;
    await lockKinds(tx, workspaceId);
    const added = add(await loadKinds(tx, workspaceId), label);
    if (typeof added === "string") throw refusedKind(added);
    const { kind } = added;
    await tx.defectKind.create({ data: { workspaceId, kind, label, hint, version: 1, createdAt: now } });
    return kindChanged({ kind, label, hint, isHidden: false, isBuiltIn: false, version: 1 }, workspaceId, "added", { kind, label, hint });
  },
});
