"use client";
import { useState } from "react";
import type { AttemptView, CardView } from "@/lib/domain/review/view";

/**
 * Which attempt is on the screen. The one somebody looks at stays under their eyes when a newer one arrives: nobody
 * decides on a picture they have not seen. What they submit themselves comes before them at once.
 */
export function useShownAttempt(attempts: CardView["attempts"], myId: string | null) {
  const current = attempts.at(-1) ?? null;
  const [shownId, setShownId] = useState(current?.id ?? null);
  const [newestId, setNewestId] = useState(current?.id ?? null);
  if (current && current.id !== newestId) {
    setNewestId(current.id);
    if (current.submittedBy.id === myId) setShownId(current.id);
  }
  const shown = attempts.find(({ id }) => id === shownId) ?? current;
  const numbered = (number: number) => attempts.find((attempt) => attempt.number === number) ?? null;
  return {
    current,
    shown,
    /** The one before it, to compare with. */
    before: shown && numbered(shown.number - 1),
    /** The one after it. */
    after: shown && numbered(shown.number + 1),
    show: (attempt: AttemptView) => setShownId(attempt.id),
  };
}
