import { cancelGrid } from "@/lib/services/grid/cancel-grid";
import { continueGrid } from "@/lib/services/grid/continue-grid";
import { getCellChanges } from "@/lib/services/grid/get-cell-changes";
import { getCells } from "@/lib/services/grid/get-cells";
import { getGrid } from "@/lib/services/grid/get-grid";
import { listGrids } from "@/lib/services/grid/list-grids";
import { planGrid } from "@/lib/services/grid/plan-grid";
import { startGrid } from "@/lib/services/grid/start-grid";
import { procedure } from "../procedure";

const tags = ["Grids"] as const;

export const grid = {
  list: procedure(listGrids, { method: "GET", path: "/grids", summary: "List grids, newest first", tags }),
  get: procedure(getGrid, { method: "GET", path: "/grids/{gridId}", summary: "Read a grid: its axes, and how its cells stand", tags }),
  cells: procedure(getCells, {
    method: "GET",
    path: "/grids/{gridId}/cells",
    summary: "Read every cell of a grid with its variants",
    tags,
  }),
  changes: procedure(getCellChanges, {
    method: "GET",
    path: "/grids/{gridId}/changes",
    summary: "Read which cells of a grid became different since they were read",
    tags,
  }),
  plan: procedure(planGrid, {
    method: "POST",
    path: "/projects/{projectId}/grid-plans",
    summary: "Dry run: how many cells a grid has, what it costs, what cannot run",
    tags,
  }),
  start: procedure(startGrid, {
    method: "POST",
    path: "/boards/{boardId}/grids",
    summary: "Start a grid: one prompt expanded over axes",
    description: "Name a `gridId` of your own: asked again with the same one, nothing is started twice.",
    tags,
  }),
  cancel: procedure(cancelGrid, { method: "POST", path: "/grids/{gridId}/cancellation", summary: "Stop a grid; what ran stays", tags }),
  continue: procedure(continueGrid, {
    method: "POST",
    path: "/grids/{gridId}/continuation",
    summary: "Go on with a grid that stopped",
    tags,
  }),
};
