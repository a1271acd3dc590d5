"use client";
import type { Act } from "@/lib/client/history/history";
import { useHistory } from "@/lib/client/history/history-provider";
import { sentenceOf } from "@/lib/client/sentence";
import { type Announcement, announce } from "./announce";

/** Under its own words: where the query client says it too, it is said once. */
export const refusal = (error: unknown): Announcement => ({ tone: "bad", text: sentenceOf(error), id: sentenceOf(error) });

/**
 * Does an act that can be taken back by its key, and by the button beside the words it is announced in. Rejects as the act does.
 * @param said asked once the act is answered
 */
export function useUndoable(): (act: Act, said: () => Omit<Announcement, "action">) => Promise<void> {
  const history = useHistory();
  return async (act, said) => {
    await history.act(act);
    const back = () => void history.undo(act).catch((error: unknown) => announce(refusal(error)));
    announce({ ...said(), action: { label: "Undo", run: back } });
  };
}
