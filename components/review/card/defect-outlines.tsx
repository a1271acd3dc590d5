import clsx from "clsx";
import type { DefectMark } from "@/lib/domain/review/defect";
import type { Point } from "@/lib/domain/review/outline";

const STROKES = { ok: "stroke-ok", warn: "stroke-warn", bad: "stroke-bad-strong", new: "stroke-accent" } as const;

/** How long an arrow's head is, as a part of the picture's long side, and how far it opens. */
const HEAD = 0.025;
const HEAD_ANGLE = Math.PI / 7;

export type DrawnOutline = Pick<DefectMark, "x" | "y" | "outline"> & {
  readonly id: string;
  readonly tone: keyof typeof STROKES;
  readonly isActive: boolean;
};

export type DefectOutlinesProps = {
  outlines: readonly DrawnOutline[];
  /** Pixels of the picture; only their ratio matters. */
  width: number;
  height: number;
};

/** Boxes, arrows and lines over a picture. What they mean stands at their pins; this is for the eye. */
export function DefectOutlines({ outlines, width, height }: DefectOutlinesProps) {
  const shown = outlines.filter(({ outline }) => outline !== null);
  if (shown.length === 0) return null;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
    >
      {shown.map(({ id, tone, isActive, ...mark }) => {
        const path = pathOf(mark, width, height);
        // Twice: a dark line below keeps the coloured one in sight on every ground.
        return (
          <g key={id} className="fill-none [&_path]:[stroke-linecap:round] [&_path]:[stroke-linejoin:round]">
            <path d={path} vectorEffect="non-scaling-stroke" className="stroke-black/60" strokeWidth={isActive ? 6 : 4.5} />
            <path d={path} vectorEffect="non-scaling-stroke" className={clsx(STROKES[tone])} strokeWidth={isActive ? 3.5 : 2} />
          </g>
        );
      })}
    </svg>
  );
}

function pathOf({ x, y, outline }: Pick<DefectMark, "x" | "y" | "outline">, width: number, height: number): string {
  const at = (point: Point) => `${(point.x * width).toFixed(1)} ${(point.y * height).toFixed(1)}`;
  const from = { x, y };
  if (!outline) return "";
  if (outline.kind === "freehand") return `M${at(from)}L${outline.through.map(at).join("L")}`;
  const { to } = outline;
  if (outline.kind === "box") return `M${at(from)}L${at({ x: to.x, y })}L${at(to)}L${at({ x, y: to.y })}Z`;
  const direction = Math.atan2((to.y - y) * height, (to.x - x) * width);
  const length = HEAD * Math.max(width, height);
  const barb = (turn: number) => ({
    x: to.x - (length * Math.cos(direction + turn)) / width,
    y: to.y - (length * Math.sin(direction + turn)) / height,
  });
  return `M${at(from)}L${at(to)}M${at(barb(HEAD_ANGLE))}L${at(to)}L${at(barb(-HEAD_ANGLE))}`;
}
