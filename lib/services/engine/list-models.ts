import { z } from "zod";
import { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { read } from "../read";
import { usableModels } from "./usable-models";

export const listModels = read({
  verb: "engine.list-models",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(CatalogueModel),
  run: async ({ db, actor }) => [...(await usableModels(db, actor.workspaceId))],
});
