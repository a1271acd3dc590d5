import { z } from "zod";
import { GridView } from "@/lib/domain/grid/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { readGrid } from "./grid-view";

export const getGrid = read({
  verb: "grid.get",
  permission: "workspace.read",
  input: z.strictObject({ gridId: Id }),
  output: GridView,
  run: async ({ db, actor }, { gridId }) => readGrid(db, actor.workspaceId, gridId),
});
