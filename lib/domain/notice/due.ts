/** How a lane reminds. */
export interface DueTimes {
  /** So many hours before its time a card is due soon; 0: nobody is told before. */
  readonly remindHours: number;
  /** So many hours after its time a lead is told; null: never. */
  readonly escalateHours: number | null;
}

export type DueStep = "due-soon" | "overdue" | "escalated";

const HOUR_MS = 3_600_000;

/** What is to be said now of a card that is still open: every step that has come, so that one a studio slept through is not lost. */
export function dueSteps(dueAt: Date, { remindHours, escalateHours }: DueTimes, now: Date): readonly DueStep[] {
  const lateMs = now.getTime() - dueAt.getTime();
  if (lateMs < 0) return lateMs >= -remindHours * HOUR_MS && remindHours > 0 ? ["due-soon"] : [];
  return escalateHours !== null && lateMs >= escalateHours * HOUR_MS ? ["overdue", "escalated"] : ["overdue"];
}
