import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { choosingOf } from "@/lib/client/choosing/choosing";
import { studio } from "@/lib/client/query";
import type { BoardView } from "@/lib/domain/prompt/view";
import type { Flag } from "@/lib/domain/selection/flags";
import { promptView, variantView } from "../board/views";

const BOARD_ID = "0198f0a4-0000-7000-8000-00000000000b";
const VARIANT_ID = "0198f0a4-0000-7000-8000-00000000000c";

function boardWith(flag: Flag, rating = 0): BoardView {
  const prompt = promptView({ variants: [variantView({ id: VARIANT_ID, flag, rating })] });
  return {
    id: BOARD_ID,
    projectId: BOARD_ID,
    projectName: "Sea",
    name: "Exploration",
    version: 1,
    createdAt: "2026-01-05T10:00:00.000Z",
    position: "1-0",
    prompts: [prompt],
    sections: [],
    notes: [],
  };
}

/** A board as the tab holds it, and by hand: the studio's readings and its answers to choices. */
function tab() {
  const queries = new QueryClient();
  const { queryKey } = studio.board.get.queryOptions({ input: { boardId: BOARD_ID } });
  queries.setQueryData(queryKey, boardWith("none"));
  const shown = () => queries.getQueryData(queryKey)?.prompts[0]?.variants[0];
  const read = () => {
    let arrive: (board: BoardView) => void = () => undefined;
    const queryFn = () => new Promise<BoardView>((settle) => (arrive = settle));
    const done = queries.fetchQuery({ queryKey, queryFn, staleTime: 0 });
    return (board: BoardView) => {
      arrive(board);
      return done;
    };
  };
  const choose = (choice: { flag?: Flag; rating?: number }) => {
    let answer: (outcome: "kept" | "refused") => void = () => undefined;
    const call = () =>
      new Promise<void>((keep, refuse) => (answer = (outcome) => (outcome === "kept" ? keep() : refuse(new Error("refused")))));
    const sent = choosingOf(queries)
      .show([{ variantId: VARIANT_ID, ...choice }])
      .send(call);
    return (outcome: "kept" | "refused") => {
      answer(outcome);
      return sent.catch(() => undefined);
    };
  };
  const press = (choice: { flag?: Flag; rating?: number }) => choosingOf(queries).show([{ variantId: VARIANT_ID, ...choice }]);
  return { shown, read, choose, press };
}

test("a reading that does not know a choice yet does not hide it", async () => {
  const { shown, read, choose } = tab();
  const answer = choose({ flag: "pick" });
  expect(shown()?.flag).toBe("pick");
  const arrive = read();
  await arrive(boardWith("none"));
  expect(shown()?.flag).toBe("pick");
  const late = read();
  await answer("kept");
  await late(boardWith("none"));
  expect(shown()?.flag).toBe("pick");
});

test("a choice that waits behind an earlier one of the same variant is shown meanwhile, and both kinds stay", async () => {
  const { shown, read, choose } = tab();
  const first = choose({ flag: "reject" });
  choose({ rating: 4 });
  choose({ flag: "pick" });
  const arrive = read();
  await first("kept");
  await arrive(boardWith("reject"));
  expect(shown()).toMatchObject({ flag: "pick", rating: 4 });
});

test("a reading begun after the answer is believed", async () => {
  const { shown, read, choose } = tab();
  await choose({ flag: "pick" })("kept");
  await read()(boardWith("reject"));
  expect(shown()?.flag).toBe("reject");
});

test("a refused choice springs back with the next reading", async () => {
  const { shown, read, choose } = tab();
  await choose({ flag: "pick" })("refused");
  await read()(boardWith("none"));
  expect(shown()?.flag).toBe("none");
});

test("what is pressed last is what is shown, whatever is sent meanwhile for an earlier press", async () => {
  const { shown, choose, press } = tab();
  const answer = choose({ flag: "reject" });
  const undo = press({ flag: "none" });
  const redo = press({ flag: "reject" });
  expect(shown()?.flag).toBe("reject");
  await answer("kept");
  await undo.send(async () => undefined, [{ variantId: VARIANT_ID, flag: "none" }]);
  expect(shown()?.flag).toBe("reject");
  await redo.send(async () => undefined);
  expect(shown()?.flag).toBe("reject");
});
