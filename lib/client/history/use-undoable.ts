"use client";
import { sentenceOf } from "../sentence";
import type { Act } from "./history";
import { type Said, useUndoing } from "./history-provider";

/** Under its own words: where the query client says it too, it is said once. */
export const refusal = (error: unknown): Said => ({ tone: "bad", text: sentenceOf(error), id: sentenceOf(error) });

/**
 * Does an act that can be taken back by its key, and by the button beside the words it is announced in. Rejects as the act does.
 * @param said asked once the act is answered
 */
export function useUndoable(): (act: Act, said: () => Omit<Said, "action">) => Promise<void> {
  const { history, say } = useUndoing();
  return async (act, said) => {
    await history.act(act);
    const back = () => void history.undo(act).catch((error: unknown) => say(refusal(error)));
    say({ ...said(), action: { label: "Undo", run: back } });
  };
}
