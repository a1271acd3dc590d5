import type { Ranked } from "@/lib/domain/vote/view";

/** Where a score stands and how sure that is, on a scale common to all. The numbers beside it say the same. */
export function Interval({ low, score, high, from, to }: Pick<Ranked, "low" | "score" | "high"> & { from: number; to: number }) {
  const place = (value: number) => `${((value - from) / Math.max(1e-9, to - from)) * 100}%`;
  return (
    <span aria-hidden className="relative block h-6 w-full min-w-32">
      <span className="absolute top-1/2 right-0 left-0 h-px bg-line" />
      <span className="absolute top-0 bottom-0 w-px bg-line" style={{ left: place(0) }} />
      <span
        className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-muted"
        style={{ left: place(low), right: `calc(100% - ${place(high)})` }}
      />
      <span
        className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-accent-ink"
        style={{ left: place(score) }}
      />
    </span>
  );
}
