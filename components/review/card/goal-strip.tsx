import type { CardView } from "@/lib/domain/review/view";

/**
 * Where the panel lies below the picture, the goal stays on top while one looks and decides. The panel says the same in
 * full, so screen readers are spared it here.
 */
export function GoalStrip({ card }: { card: CardView }) {
  return (
    <div aria-hidden className="sticky top-0 z-10 shrink-0 border-b border-line bg-surface px-4 py-2 lg:hidden">
      <p dir="auto" className="truncate text-2xs text-faint">
        {card.title}
      </p>
      <p dir="auto" className="line-clamp-3 text-sm wrap-anywhere">
        {card.goal === "" ? <span className="text-muted">No goal yet.</span> : card.goal}
      </p>
    </div>
  );
}
