import fc from "fast-check";
import { expect, test } from "vitest";
import { withChanges } from "@/lib/domain/prompt/board-changes";
import type { BoardView, PromptView } from "@/lib/domain/prompt/view";
import { promptView } from "../../client/board/views";

const idOf = (n: number) => `0198f0a4-0000-7000-8000-${String(n).padStart(12, "0")}`;
const boardOf = (prompts: readonly PromptView[], position: string): BoardView => ({
  id: idOf(0),
  projectId: idOf(0),
  projectName: "Sea",
  name: "Exploration",
  version: 1,
  createdAt: "2026-01-05T10:00:00.000Z",
  sections: [],
  notes: [],
  position,
  prompts: [...prompts],
});
/** Numbers of prompts on a board, each with the version it is at. */
const versions = fc.dictionary(fc.integer({ min: 1, max: 30 }).map(String), fc.integer({ min: 1, max: 3 }), { noNullPrototype: true });
const promptsOf = (at: Readonly<Record<string, number>>) =>
  Object.entries(at)
    .map(([n, version]) => promptView({ id: idOf(Number(n)), version }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test("a board with what became different is the board read whole, and what was not touched is the same object", () => {
  fc.assert(
    fc.property(versions, versions, (was, is) => {
      const before = boardOf(promptsOf(was), "1-0");
      const after = boardOf(promptsOf(is), "2-0");
      const prompts = after.prompts.filter(({ id, version }) => before.prompts.find((prompt) => prompt.id === id)?.version !== version);
      const gone = before.prompts.map(({ id }) => id).filter((id) => !after.prompts.some((prompt) => prompt.id === id));
      const merged = withChanges(before, { ...after, prompts, gone });
      expect(merged).toEqual(after);
      const told = new Set(prompts.map(({ id }) => id));
      for (const prompt of merged.prompts) if (!told.has(prompt.id)) expect(before.prompts.includes(prompt)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("where nothing became different, the list of prompts is the same one", () => {
  const before = boardOf(promptsOf({ 1: 1, 2: 1 }), "1-0");
  const merged = withChanges(before, { ...before, position: "3-0", prompts: [], gone: [] });
  expect(merged.prompts).toBe(before.prompts);
  expect(merged.position).toBe("3-0");
});
