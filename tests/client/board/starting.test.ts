import { expect, it } from "vitest";
import { isStandIn, withStarting } from "@/lib/client/board/starting";
import { promptView, runView } from "./views";

it("a prompt whose run was pressed is queued with its pictures to come, until the studio tells of the run", () => {
  const waiting = promptView({ runs: [] });
  const other = promptView({ id: "0199f3a0-0000-7000-8000-0000000000bb", runs: [] });
  const prompts = [waiting, other];
  const starting = new Map([[waiting.id, waiting]]);
  const [first, second] = withStarting(prompts, starting);
  expect(first?.runs.map(({ status, count }) => [status, count])).toEqual([["queued", waiting.recipe.count]]);
  expect(first?.runs.every(isStandIn)).toBe(true);
  expect(second).toBe(other);
  // Not yet on the board as it was read.
  expect(withStarting([other], starting).map(({ id, runs }) => [id, runs.length])).toEqual([
    [other.id, 0],
    [waiting.id, 1],
  ]);
  const told = [{ ...waiting, runs: [runView({ promptId: waiting.id, status: "processing" })] }];
  expect(withStarting(told, starting)).toBe(told);
  expect(withStarting(prompts, new Map())).toBe(prompts);
});
