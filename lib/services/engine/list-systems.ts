import { z } from "zod";
import { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import { systems } from "@/lib/engines/catalogue";
import { read } from "../read";

/** Every system we know of, with each fact, how we know it and when it was checked. */
export const listSystems = read({
  verb: "engine.list-systems",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(CatalogueEntry),
  run: async () => [...systems()],
});
