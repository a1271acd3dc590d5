import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

const ROW = 24;
const GAP = 8;
/** Of the width, for the longest label. */
const LABEL_SHARE = 0.4;
/** About what a letter is wide, and how much wider the first one may be. */
const LETTER = 6.6;
const LEAD = 6;

export interface CountRow {
  readonly label: string;
  /** How long the bar is; null where nothing is known. */
  readonly count: number | null;
  /** What stands behind the bar; the count itself when nothing is said. */
  readonly words?: string;
}

/** How much there is of each of some things: bars from one line, in the order they are given. */
export function Counts({ rows, width }: { rows: readonly CountRow[]; width: number }) {
  const said = rows.map(({ count, words }) => words ?? String(count ?? "–"));
  const longest = (texts: readonly string[]) => Math.max(1, ...texts.map(({ length }) => length)) * LETTER;
  const label = Math.min(longest(rows.map((row) => row.label)) + LEAD, Math.round(width * LABEL_SHARE));
  const letters = Math.max(3, Math.round(label / LETTER));
  const start = label + GAP;
  const most = Math.max(...rows.map(({ count }) => count ?? 0)) || 1;
  const scale = scaleLinear<number>({ domain: [0, most], range: [0, Math.max(16, width - start - GAP - longest(said))] });
  return (
    <svg width={width} height={rows.length * ROW} aria-hidden className="block text-xs">
      {rows.map(({ label: name, count }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name
        <g key={index} transform={`translate(0 ${index * ROW})`}>
          <text x={label} y={ROW / 2} dy="0.35em" textAnchor="end" className="fill-muted">
            {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
            <title>{name}</title>
          </text>
          <Bar x={start} y={5} width={scale(count ?? 0)} height={ROW - 10} rx={2} className="fill-line-strong" />
          <text x={start + scale(count ?? 0) + 6} y={ROW / 2} dy="0.35em" className="fill-ink tabular-nums">
            {said[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}
