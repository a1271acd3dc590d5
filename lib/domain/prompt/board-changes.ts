import { z } from "zod";
import { Id } from "../wire";
import { BoardView, type PromptView } from "./view";

/** A board with those of its prompts that may have become different since a position in the stream of events. */
export const BoardChanges = BoardView.extend({
  /** Prompts that are not shown any longer, if they ever were. */
  gone: z.array(Id),
});
export type BoardChanges = z.infer<typeof BoardChanges>;

/** A board as it was read, brought up to date. Prompts that were not touched stay the same objects. */
export function withChanges(board: BoardView, { gone, prompts: touched, ...head }: BoardChanges): BoardView {
  if (gone.length === 0 && touched.length === 0) return { ...head, prompts: board.prompts };
  const left = new Set(gone);
  const news = new Map(touched.map((prompt) => [prompt.id, prompt]));
  const prompts: PromptView[] = [];
  for (const prompt of board.prompts) {
    if (left.has(prompt.id)) continue;
    prompts.push(news.get(prompt.id) ?? prompt);
    news.delete(prompt.id);
  }
  // Ids are given in the order of time; what comes into sight again, as a restored prompt does, goes where it was.
  const isInOrder = news.size === 0 || [...news.keys()].every((id) => id > (board.prompts.at(-1)?.id ?? ""));
  prompts.push(...news.values());
  if (!isInOrder || news.size > 1) prompts.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...head, prompts };
}
