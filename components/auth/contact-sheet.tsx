const WIDTH = 120;
const HEIGHT = 80;
const GAP = 14;
const COLUMNS = 5;
const ROWS = 8;
const PICKED = 17;
const REJECTED = new Set([4, 8, 22, 31]);

/** Steady pretend-randomness: the same frame is the same on server and in the browser. */
function chance(frame: number, about: number): number {
  const mixed = Math.sin(frame * 12.9898 + about * 78.233) * 43_758.5453;
  return Math.round((mixed - Math.floor(mixed)) * 1000) / 1000;
}

/** One take of the same view: the sun wanders, the hills change, the light stays grey. */
function Frame({ frame }: { frame: number }) {
  const horizon = 42 + Math.round(chance(frame, 1) * 16);
  const far = horizon - 10 - Math.round(chance(frame, 2) * 14);
  const near = horizon + 8 + Math.round(chance(frame, 3) * 8);
  const bend = Math.round(20 + chance(frame, 4) * 80);
  const x = (frame % COLUMNS) * (WIDTH + GAP);
  const y = Math.floor(frame / COLUMNS) * (HEIGHT + GAP);
  return (
    <g transform={`translate(${x} ${y})`} opacity={REJECTED.has(frame) ? 0.35 : 1}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect width={WIDTH} height={HEIGHT} className="fill-raised light:fill-line" />
        <circle
          cx={18 + chance(frame, 5) * 84}
          cy={14 + chance(frame, 6) * 20}
          r={6 + chance(frame, 7) * 5}
          className="fill-line-strong light:fill-raised"
        />
        <path d={`M0 ${horizon} Q${bend} ${far} ${WIDTH} ${horizon - 4} V${HEIGHT} H0 Z`} className="fill-line light:fill-line-strong" />
        <path
          d={`M0 ${near + 8} Q${WIDTH - bend} ${near - 12} ${WIDTH} ${near} V${HEIGHT} H0 Z`}
          className="fill-surface light:fill-faint/35"
        />
      </svg>
      {frame === PICKED ? (
        <rect x={-3} y={-3} width={WIDTH + 6} height={HEIGHT + 6} rx={3} fill="none" strokeWidth={2} className="stroke-accent-ink" />
      ) : null}
    </g>
  );
}

/** What the studio is about, without a word: many takes, one pick. Decoration only. */
export function ContactSheet() {
  const width = COLUMNS * (WIDTH + GAP) - GAP;
  const height = ROWS * (HEIGHT + GAP) - GAP;
  return (
    <svg viewBox={`-8 -8 ${width + 16} ${height + 16}`} className="size-full" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {Array.from({ length: COLUMNS * ROWS }, (_, frame) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sheet never changes, a frame is its place
        <Frame key={frame} frame={frame} />
      ))}
    </svg>
  );
}
