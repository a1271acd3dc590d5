import { z } from "zod";
import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { brokenIntoRows, pagesOf, readArrangement, SIDES } from "@/lib/domain/grid/arrange";
import { namesOf } from "@/lib/domain/grid/words";
import { contactSheet } from "@/lib/media/contact-sheet";
import { getCells } from "@/lib/services/grid/get-cells";
import { getGrid } from "@/lib/services/grid/get-grid";
import { gridPictures } from "@/lib/services/grid/grid-pictures";
import { blobStore } from "@/lib/storage/current";
import { saved } from "../saved";

const Places = z
  .string()
  .max(40)
  .transform((text) => text.split(",").flatMap((place) => (/^\d$/.test(place) ? [Number(place)] : [])));

/** A grid as one labelled picture, arranged as its page shows it: `?rows=0&columns=1,2&pages=`. */
export const GET = atDoor(
  "/grids/{gridId}/sheet.png",
  async (request: Request, { params }: { params: Promise<{ gridId: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const asked = getGrid.input.safeParse(await params);
      if (!asked.success) throw nothingHere();
      const grid = await getGrid(actor, asked.data);
      const [cells, pictures] = await Promise.all([getCells(actor, asked.data), gridPictures(actor, asked.data)]);
      const query = new URL(request.url).searchParams;
      const sides = SIDES.map((side) => [side, Places.safeParse(query.get(side) ?? "").data ?? []] as const);
      const arrangement = readArrangement(grid.axes, Object.fromEntries(sides));
      const byCell = new Map<number, string[]>();
      for (const { cell, sha256 } of pictures) byCell.set(cell, [...(byCell.get(cell) ?? []), sha256]);
      const pages = pagesOf(grid.axes, cells, arrangement, namesOf(grid.names))
        .map((page) => brokenIntoRows(page, arrangement))
        .map((page) => ({
          label: page.label,
          columns: page.columns.map(({ label }) => label),
          rows: page.rows.map(({ label }, row) => ({
            label,
            cells: (page.cells[row] ?? []).map((place) => {
              const cell = place === null ? undefined : cells[place];
              if (!cell) return { pictures: [], note: "" };
              const read = (byCell.get(cell.index) ?? []).map((sha256) => () => blobStore().read(sha256));
              return { pictures: read, note: cell.why ?? cell.status ?? "not started" };
            }),
          })),
        }));
      const sheet = await contactSheet(grid.title, pages);
      return saved(new Uint8Array(sheet), "image/png", `${grid.title}.png`);
    } catch (error) {
      return errorResponse(error);
    }
  },
);
