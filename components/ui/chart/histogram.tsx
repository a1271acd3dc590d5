import { AxisBottom } from "@visx/axis";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar, Line } from "@visx/shape";

export interface HistogramProps {
  /** Counts of equal bins from 0 to `to`. */
  readonly bins: readonly number[];
  readonly to: number;
  readonly median: number;
  readonly width: number;
}

const HEIGHT = 96;
const AXIS = 20;
const TOP = 6;

/** How many fall where between 0 and `to`, and the middle one as a line. */
export function Histogram({ bins, to, median, width }: HistogramProps) {
  const band = scaleBand<number>({ domain: bins.map((_, index) => index), range: [0, width], paddingInner: 0.12 });
  const along = scaleLinear<number>({ domain: [0, to], range: [0, width], clamp: true });
  const up = scaleLinear<number>({ domain: [0, Math.max(1, ...bins)], range: [HEIGHT - AXIS, TOP] });
  return (
    <svg width={width} height={HEIGHT} aria-hidden className="block overflow-visible">
      {bins.map((count, index) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={index}
          x={band(index) ?? 0}
          y={up(count)}
          width={band.bandwidth()}
          height={HEIGHT - AXIS - up(count)}
          rx={1.5}
          className="fill-line-strong"
        />
      ))}
      <Line from={{ x: along(median), y: 0 }} to={{ x: along(median), y: HEIGHT - AXIS }} strokeWidth={2} className="stroke-accent-ink" />
      <AxisBottom
        top={HEIGHT - AXIS}
        scale={along}
        tickValues={[0, to / 2, to]}
        tickFormat={(value) => String(Number(Number(value).toFixed(3)))}
        hideTicks
        axisLineClassName="stroke-line"
        tickLabelProps={(_, index, ticks) => ({
          className: "fill-faint text-2xs tabular-nums",
          textAnchor: index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle",
          dy: "-0.1em",
        })}
      />
    </svg>
  );
}
