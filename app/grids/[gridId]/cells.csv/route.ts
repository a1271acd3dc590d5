import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { gridAsCsv } from "@/lib/domain/grid/table-file";
import { namesOf } from "@/lib/domain/grid/words";
import { getCells } from "@/lib/services/grid/get-cells";
import { getGrid } from "@/lib/services/grid/get-grid";
import { gridFacts } from "@/lib/services/grid/grid-facts";
import { getPrompt } from "@/lib/services/prompt/get-prompt";
import { saved } from "../saved";

/** A grid as a table of its cells, to save. */
export const GET = atDoor(
  "/grids/{gridId}/cells.csv",
  async (request: Request, { params }: { params: Promise<{ gridId: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const asked = getGrid.input.safeParse(await params);
      if (!asked.success) throw nothingHere();
      const grid = await getGrid(actor, asked.data);
      const { recipe } = await getPrompt(actor, { promptId: grid.promptId });
      const [cells, facts] = await Promise.all([getCells(actor, asked.data), gridFacts(actor, asked.data)]);
      const table = gridAsCsv(grid, recipe, cells, namesOf(grid.names), {
        costs: new Map(facts.cells.map((price) => [price.cell, price])),
        fileNames: new Map(facts.files.map(({ variantId, fileName }) => [variantId, fileName])),
      });
      // The mark at the start tells spreadsheets that letters beyond ASCII are UTF-8.
      return saved(`\ufeff${table}`, "text/csv; charset=utf-8", `${grid.title}.csv`);
    } catch (error) {
      return errorResponse(error);
    }
  },
);
