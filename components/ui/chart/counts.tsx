import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

const ROW = 24;
const LABEL = 96;
const COUNT = 32;

/** How often each of some things happened, most first. */
export function Counts({ rows, width }: { rows: readonly { readonly label: string; readonly count: number }[]; width: number }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const scale = scaleLinear<number>({ domain: [0, most], range: [0, Math.max(16, width - LABEL - COUNT)] });
  return (
    <svg width={width} height={rows.length * ROW} aria-hidden className="block text-xs">
      {rows.map(({ label, count }, index) => (
        <g key={label} transform={`translate(0 ${index * ROW})`}>
          <text x={LABEL - 8} y={ROW / 2} dy="0.35em" textAnchor="end" className="fill-muted">
            {label}
          </text>
          <Bar x={LABEL} y={5} width={scale(count)} height={ROW - 10} rx={2} className="fill-line-strong" />
          <text x={LABEL + scale(count) + 6} y={ROW / 2} dy="0.35em" className="fill-ink tabular-nums">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
