import { expect, it } from "vitest";
import { isStandIn, withStarting } from "@/lib/client/board/starting";
import { promptView, runView } from "./views";

it("a prompt whose run was pressed is queued with its pictures to come, until the studio tells of the run", () => {
  const waiting = promptView({ runs: [] });
  const other = promptView({ id: "0199f3a0-0000-7000-8000-0000000000bb", runs: [] });
  const prompts = [waiting, other];
  const [first, second] = withStarting(prompts, new Set([waiting.id]));
  expect(first?.runs.map(({ status, count }) => [status, count])).toEqual([["queued", waiting.recipe.count]]);
  expect(first?.runs.every(isStandIn)).toBe(true);
  expect(second).toBe(other);
  const told = [{ ...waiting, runs: [runView({ promptId: waiting.id, status: "processing" })] }];
  expect(withStarting(told, new Set([waiting.id]))).toBe(told);
  expect(withStarting(prompts, new Set())).toBe(prompts);
});
