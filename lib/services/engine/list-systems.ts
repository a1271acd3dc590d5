import { z } from "zod";
import { SystemView, systemView } from "@/lib/domain/engine/override";
import { systems } from "@/lib/engines/catalogue";
import { read } from "../read";
import { overridesOf } from "./overrides";

/** Every system we know of, with each fact, how we know it and when it was checked; what a lead says here stands before the catalogue. */
export const listSystems = read({
  verb: "engine.list-systems",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SystemView),
  async run({ db, actor: { workspaceId } }) {
    const overrides = await overridesOf(db, workspaceId);
    return systems().map((entry) => systemView(entry, overrides.get(entry.id) ?? []));
  },
});
