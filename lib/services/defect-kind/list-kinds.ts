import { z } from "zod";
import { KindView } from "@/lib/domain/review/taxonomy";
import { read } from "../read";
import { loadKinds } from "./load-kinds";

/** The kinds of defects people mark with, hidden ones too: old defects keep theirs. */
export const listKinds = read({
  verb: "defect-kind.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(KindView) }),
  run: async ({ db, actor }) => ({ items: [...(await loadKinds(db, actor.workspaceId))] }),
});
