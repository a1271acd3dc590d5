"use client";
import { parseAsInteger, parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { type Arrangement, brokenIntoRows, moveAxis, type Page, pagesOf, readArrangement, type Side } from "@/lib/domain/grid/arrange";
import type { CellView, GridView } from "@/lib/domain/grid/view";
import { namesOf } from "@/lib/domain/grid/words";

const numbers = (text: string | null) => text?.split(",").flatMap((place) => (/^\d$/.test(place) ? [Number(place)] : []));

export interface Arranged {
  readonly arrangement: Arrangement;
  readonly pages: readonly Page[];
  /** Which page is shown, from 0. */
  readonly page: number;
  move(axis: number, to: Side, place?: number): void;
  /** Rows become columns and columns rows. */
  turn(): void;
  turnTo(page: number): void;
  /** The same arrangement for an address: `rows=0&columns=1&pages=`. */
  readonly query: string;
}

/** How a grid is laid out; a link to it shows the same. */
export function useArrangement({ axes, names }: Pick<GridView, "axes" | "names">, cells: readonly CellView[]): Arranged {
  const [rows, setRows] = useQueryState("rows", parseAsString);
  const [columns, setColumns] = useQueryState("columns", parseAsString);
  const [over, setOver] = useQueryState("pages", parseAsString);
  const [page, setPage] = useQueryState("page", parseAsInteger.withDefault(1));
  const arrangement = useMemo(() => {
    const said = { rows: numbers(rows), columns: numbers(columns), pages: numbers(over) };
    return readArrangement(axes, Object.fromEntries(Object.entries(said).filter(([, places]) => places !== undefined)));
  }, [axes, rows, columns, over]);
  const pages = useMemo(
    () => pagesOf(axes, cells, arrangement, namesOf(names)).map((one) => brokenIntoRows(one, arrangement)),
    [axes, names, cells, arrangement],
  );
  const at = Math.max(0, Math.min(page - 1, pages.length - 1));
  const put = (next: Arrangement) => {
    void setRows(next.rows.join());
    void setColumns(next.columns.join());
    void setOver(next.pages.join());
    void setPage(null);
  };
  return {
    arrangement,
    pages,
    page: at,
    move: (axis, to, place) => put(moveAxis(arrangement, axis, to, place)),
    turn: () => put({ ...arrangement, rows: arrangement.columns, columns: arrangement.rows }),
    turnTo: (to) => void setPage(to === 0 ? null : to + 1),
    query: new URLSearchParams({
      rows: arrangement.rows.join(),
      columns: arrangement.columns.join(),
      pages: arrangement.pages.join(),
    }).toString(),
  };
}
