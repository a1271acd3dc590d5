import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { choosingOf } from "@/lib/client/choosing/choosing";
import { cellOptions } from "@/lib/client/grid/cell-options";
import type { CellChanges } from "@/lib/domain/grid/cell-changes";
import type { CellView } from "@/lib/domain/grid/view";
import { variantView } from "../board/views";

const GRID_ID = "0198f0a4-0000-7000-8000-00000000000b";
const VARIANT_ID = "0198f0a4-0000-7000-8000-00000000000c";

const cell = (index: number, change: Partial<CellView> = {}): CellView => ({
  index,
  at: [index],
  promptId: null,
  runId: null,
  status: null,
  why: null,
  width: 512,
  height: 512,
  variants: [],
  ...change,
});
const whole = (position: string): CellChanges => ({
  position,
  isWhole: true,
  cells: [cell(0, { variants: [variantView({ id: VARIANT_ID })] }), cell(1)],
});

/** A tab whose studio answers as told; `asked` is what it was asked. */
function tab(changes: (since: string | undefined) => CellChanges) {
  const asked: (string | undefined)[] = [];
  const queries = new QueryClient();
  const options = cellOptions(GRID_ID, {
    changes: async ({ since }) => {
      asked.push(since);
      return changes(since);
    },
  });
  return { asked, queries, options, read: () => queries.fetchQuery({ ...options, staleTime: 0 }) };
}

test("a grid's cells are read once; then those that became different since, from reading to reading, and the others stay what they were", async () => {
  const { asked, read } = tab((since) =>
    since === undefined ? whole("1-0") : { position: "2-0", isWhole: false, cells: [cell(1, { status: "processing" })] },
  );
  const first = await read();
  const second = await read();
  expect(second.map(({ status }) => status)).toEqual([null, "processing"]);
  expect(second[0]).toBe(first[0]);
  await read();
  expect(asked).toEqual([undefined, "1-0", "2-0"]);
});

test("where the studio cannot tell, every cell is taken as told; cells that the tab let go of are read again", async () => {
  const { asked, queries, options, read } = tab((since) => ({ ...whole(since === undefined ? "1-0" : "2-0") }));
  await read();
  expect(await read()).toEqual(whole("").cells);
  queries.removeQueries({ queryKey: options.queryKey });
  await read();
  expect(asked).toEqual([undefined, "1-0", undefined]);
});

test("a choice that is refused springs back, though nothing became different", async () => {
  const { queries, options, read } = tab((since) => (since === undefined ? whole("1-0") : { position: "2-0", isWhole: false, cells: [] }));
  const flag = () => queries.getQueryData<CellView[]>(options.queryKey)?.[0]?.variants[0]?.flag;
  await read();
  const refused = choosingOf(queries)
    .show([{ variantId: VARIANT_ID, flag: "pick" }])
    .send(() => Promise.reject(new Error("refused")));
  expect(flag()).toBe("pick");
  await refused.catch(() => undefined);
  await read();
  expect(flag()).toBe("none");
});
