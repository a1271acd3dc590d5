import { scaleLinear } from "@visx/scale";
import { Line } from "@visx/shape";

export interface IntervalRow {
  readonly label: string;
  /** 0–1; null where nothing is known. */
  readonly at: number | null;
  readonly low: number;
  readonly high: number;
  /** What stands at the right. */
  readonly words: string;
}

const ROW = 24;
const AXIS = 18;
/** Of the width, for the longest label. */
const LABEL_SHARE = 0.4;
/** About what a letter of the labels is wide. */
const LETTER = 6.6;
const GAP = 14;

/** Shares with how sure they are, one under the other on one scale from 0 to 100 %, and what is asked for as a line. */
export function Intervals({ rows, asked, width }: { rows: readonly IntervalRow[]; asked: number | null; width: number }) {
  const longest = (texts: readonly string[]) => Math.max(1, ...texts.map(({ length }) => length)) * LETTER;
  const label = Math.min(longest(rows.map((row) => row.label)), Math.round(width * LABEL_SHARE));
  const words = longest(rows.map((row) => row.words));
  const scale = scaleLinear<number>({ domain: [0, 1], range: [label + GAP, Math.max(label + 3 * GAP, width - words - GAP)] });
  const height = rows.length * ROW + AXIS;
  const letters = Math.max(3, Math.round(label / LETTER));
  return (
    <svg width={width} height={height} aria-hidden className="block overflow-visible text-xs">
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <Line from={{ x: scale(tick), y: 0 }} to={{ x: scale(tick), y: height - AXIS }} className="stroke-line" />
          <text x={scale(tick)} y={height - 4} textAnchor="middle" className="fill-faint text-2xs">
            {tick * 100} %
          </text>
        </g>
      ))}
      {asked === null ? null : (
        <Line
          from={{ x: scale(asked), y: 0 }}
          to={{ x: scale(asked), y: height - AXIS }}
          strokeDasharray="3 3"
          strokeWidth={1.5}
          className="stroke-warn"
        />
      )}
      {rows.map(({ label: name, at, low, high, words: said }, index) => {
        const y = index * ROW + ROW / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name
          <g key={index}>
            <text x={label} y={y} dy="0.35em" textAnchor="end" className="fill-muted">
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
              <title>{name}</title>
            </text>
            {at === null ? null : (
              <>
                <Line
                  from={{ x: scale(low), y }}
                  to={{ x: scale(high), y }}
                  strokeWidth={4}
                  strokeLinecap="round"
                  className="stroke-line-strong"
                />
                <circle cx={scale(at)} cy={y} r={4.5} className="fill-accent-ink" />
              </>
            )}
            <text x={width} y={y} dy="0.35em" textAnchor="end" className="fill-ink tabular-nums">
              {said}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
