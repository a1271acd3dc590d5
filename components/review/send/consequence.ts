import type { CardView } from "@/lib/domain/review/view";

/** What submitting would mean for this card, said beforehand: which attempt it becomes and what it uses. */
export function consequence(card: Pick<CardView, "attempts" | "fallbackTakenAt" | "status" | "meter">): string {
  const number = card.attempts.length + 1;
  if (number === 1) return "This becomes the first attempt; it uses no retry.";
  const viaFallback = card.fallbackTakenAt !== null && !card.attempts.some((attempt) => attempt.viaFallback);
  if (viaFallback) return `This becomes attempt ${number}, the one the fallback path allows; it uses no retry.`;
  const replaces = card.status === "in_review" ? " It takes the place of the attempt that still waits." : "";
  const stale = card.status === "approved" ? " The approval it has becomes stale." : "";
  return `This becomes attempt ${number} and uses retry ${card.meter.used + 1} of ${card.meter.total}.${replaces}${stale}`;
}
