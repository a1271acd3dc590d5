import type { DefectMark } from "@/lib/domain/review/defect";
import { type During, type Outline, type Point, thinned } from "@/lib/domain/review/outline";
import type { AttemptView } from "@/lib/domain/review/view";

/** Where a defect is about to be marked: its place, what is drawn from there, and on a video when. */
export type Marking = Pick<DefectMark, "x" | "y" | "outline" | "during">;

/** What a drag over the picture draws. */
export type Tool = Outline["kind"];

export const CENTRE: Point = { x: 0.5, y: 0.5 };
/** How far a box or an arrow reaches that was asked for without a pointer. */
const REACH = 0.2;

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const FINE = 0.01;
const COARSE = 0.05;

/** The place after an arrow key, a hundredth of the picture further, with Shift five; null for any other key. */
export function moved(place: Point, key: string, isCoarse: boolean): Point | null {
  const step = STEPS[key];
  if (!step) return null;
  const size = isCoarse ? COARSE : FINE;
  return { x: within(place.x + step.x * size), y: within(place.y + step.y * size) };
}

/** Where a pointer is on a picture that is drawn at `box`, in CSS pixels. */
export function placeAt(pointer: { clientX: number; clientY: number }, box: DOMRectReadOnly): Point {
  return { x: within((pointer.clientX - box.left) / box.width), y: within((pointer.clientY - box.top) / box.height) };
}

/** Rounded to a thousandth: no finer than anybody can point. */
function within(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 1_000) / 1_000;
}

/** "34 % across, 60 % down". */
export function placeInWords({ x, y }: Point): string {
  return `${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down`;
}

/** "From 0.50 s to 1.25 s", or "At 0.50 s". */
export function duringInWords({ fromMs, toMs }: During): string {
  const at = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  return fromMs === toMs ? `At ${at(fromMs)}` : `From ${at(fromMs)} to ${at(toMs)}`;
}

/** How long a frame of a film stands, in milliseconds; 0 for a picture. */
export const frameMsOf = ({ video }: AttemptView["picture"]) => (video ? video.durationMs / video.frames : 0);

/** How a film is followed for its defects: their stretches on its strip, and where the one that is pointed at begins. */
export function playingWith(defects: AttemptView["defects"], activeDefect: string | null, onTime: (ms: number) => void) {
  return {
    spans: defects.flatMap(({ id, during }) => (during ? [{ id, ...during }] : [])),
    onTime,
    goTo: defects.find(({ id }) => id === activeDefect)?.during?.fromMs ?? null,
  };
}

/** Whether a defect is on screen while its video stands at `ms`, a frame being `frameMs` long. What has no time always is. */
export function isSeenAt(during: During | null, ms: number, frameMs: number): boolean {
  return during === null || (ms > during.fromMs - frameMs && ms < during.toMs + frameMs);
}

/** What a drag along these points draws: a box from its upper left corner, an arrow to where it ended, a line as it went. */
export function drawn(tool: Tool, path: readonly Point[]): Pick<Marking, "x" | "y" | "outline"> | null {
  const [from, to] = [path[0], path.at(-1)];
  if (!from || !to) return null;
  if (tool === "freehand") return { ...from, outline: { kind: tool, through: [...thinned(path)].slice(1) } };
  if (tool === "arrow") return { ...from, outline: { kind: tool, to } };
  const corner = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
  return { ...corner, outline: { kind: tool, to: { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) } } };
}

/** The smallest rectangle around a mark and what is drawn from it: what must not be covered while it is described. */
export function extentOf({ x, y, outline }: Pick<Marking, "x" | "y" | "outline">): {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} {
  const points = [{ x, y }, ...(outline ? (outline.kind === "freehand" ? outline.through : [outline.to]) : [])];
  const [left, top] = [Math.min(...points.map((point) => point.x)), Math.min(...points.map((point) => point.y))];
  return {
    left,
    top,
    width: Math.max(...points.map((point) => point.x)) - left,
    height: Math.max(...points.map((point) => point.y)) - top,
  };
}

/** The outline of another kind at the same place: from the keyboard, where nothing is dragged. */
export function outlineOf(kind: "pin" | "box" | "arrow", { x, y, outline }: Pick<Marking, "x" | "y" | "outline">): Outline | null {
  if (kind === "pin") return null;
  const to = outline && outline.kind !== "freehand" ? outline.to : { x: within(x + REACH), y: within(y + REACH) };
  return { kind, to };
}
