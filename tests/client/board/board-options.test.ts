import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { type BoardPorts, boardOptions } from "@/lib/client/board/board-options";
import { choosingOf } from "@/lib/client/choosing/choosing";
import type { BoardChanges } from "@/lib/domain/prompt/board-changes";
import type { BoardView } from "@/lib/domain/prompt/view";
import { promptView, runView, variantView } from "./views";

const ID = "0198f0a4-0000-7000-8000-00000000000b";
const VARIANT_ID = "0198f0a4-0000-7000-8000-00000000000c";

function board(position: string, author = "Ada"): BoardView {
  const prompt = promptView({ author, variants: [variantView({ id: VARIANT_ID })] });
  return {
    id: ID,
    projectId: ID,
    projectName: "Sea",
    name: "Exploration",
    version: 1,
    createdAt: prompt.createdAt,
    position,
    prompts: [prompt],
    sections: [],
    notes: [],
  };
}

/** A tab whose studio answers as told; `asked` is what it was asked. */
function tab(changes: (since: string) => BoardChanges | null) {
  const asked: string[] = [];
  const ports: BoardPorts = {
    get: async () => {
      asked.push("whole");
      return board("1-0");
    },
    changes: async ({ since }) => {
      asked.push(`since ${since}`);
      return changes(since);
    },
  };
  const queries = new QueryClient();
  const options = boardOptions({ boardId: ID }, ports);
  return { asked, queries, options, read: () => queries.fetchQuery({ ...options, staleTime: 0 }) };
}

test("a board is read whole once; then what became different since, from reading to reading", async () => {
  const { asked, read } = tab((since) => ({ ...board(since === "1-0" ? "2-0" : "3-0", "Grace"), gone: [] }));
  await read();
  await read();
  expect((await read()).prompts[0]?.author).toBe("Grace");
  expect(asked).toEqual(["whole", "since 1-0", "since 2-0"]);
});

test("a board of more than a page is read page by page, each from where the one before ended, and its texts are held once", async () => {
  const all = Array.from({ length: 600 }, (_, n) => {
    const id = `0198f0a4-0000-7000-8000-${String(n).padStart(12, "0")}`;
    return promptView({ id, runs: [runView({ promptId: id })], variants: [variantView({ promptId: id })] });
  });
  const asked: (string | undefined)[] = [];
  const get: BoardPorts["get"] = async ({ after, limit }) => {
    asked.push(after);
    const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
    return { ...board(`${asked.length}-0`), prompts: structuredClone(all.slice(from, from + limit)) };
  };
  const options = boardOptions({ boardId: ID }, { get, changes: async () => null });
  const read = await new QueryClient().fetchQuery(options);
  expect(read.prompts).toEqual(all);
  expect(asked).toEqual([undefined, all[249]?.id, all[499]?.id]);
  expect(read.position).toBe("1-0");
});

test("where the studio cannot tell, the board is read whole again; so is one that the tab let go of", async () => {
  const { asked, queries, options, read } = tab(() => null);
  await read();
  await read();
  queries.removeQueries({ queryKey: options.queryKey });
  await read();
  expect(asked).toEqual(["whole", "since 1-0", "whole", "whole"]);
});

test("a choice that is refused springs back, though nothing became different", async () => {
  const { queries, options, read } = tab(() => ({ ...board("2-0"), prompts: [], gone: [] }));
  const flag = () => queries.getQueryData<BoardView>(options.queryKey)?.prompts[0]?.variants[0]?.flag;
  await read();
  const refused = choosingOf(queries)
    .show([{ variantId: VARIANT_ID, flag: "pick" }])
    .send(() => Promise.reject(new Error("refused")));
  expect(flag()).toBe("pick");
  await refused.catch(() => undefined);
  await read();
  expect(flag()).toBe("none");
});
