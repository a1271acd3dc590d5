import { z } from "zod";
import { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { catalogue } from "@/lib/engines/catalogue";
import { read } from "../read";

export const listModels = read({
  verb: "engine.list-models",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(CatalogueModel),
  run: async () => [...catalogue()],
});
