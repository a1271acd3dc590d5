import { note } from "../bookkeeping";
import { type EngineAnswer, noteAnswer } from "./health";

/** What an engine answered outside of any act of ours, for its breaker. */
export function noteEngineAnswer(workspaceId: string, engineId: string, answer: EngineAnswer): Promise<void> {
  return note(workspaceId, async (tx) => ({
    result: undefined,
    events: await noteAnswer(tx, { workspaceId, engineId }, answer, new Date()),
  }));
}
