import { clamp, mix, smooth } from "../../raster/maths";
import { f32, u32 } from "../../raster/sample";
import type { Current } from "../currents";
import { arriving, type Field, valueAt } from "./field";
import { type Place, placeAt, type ThingPair } from "./things";

/** Side of a cell of the frame within which the share of the last picture changes evenly, in pixels. */
const CELL = 16;
/** Share of the way in which one place passes from the first picture to the last. */
const DISSOLVE = 0.66;
/** How far around its middle a thing reaches, in spreads. */
const THING_REACH = 2.1;

/**
 * The passage of one picture into another while both move: the content of the first goes where it will be in the last, the content of the last
 * comes from where it was in the first, so that they lie on each other while the one gives way to the other.
 */
export class Passage {
  private here: Field;
  private passed = 0;
  private thing: Place | null = null;
  private readonly order: Float32Array;

  /** @param field how the first picture's ground moves to become the last's; `things` how its thing does */
  constructor(
    private readonly field: Field,
    private readonly things: ThingPair | null,
  ) {
    this.here = field;
    this.order = orderOf(field);
  }

  /** Sets how far it is, 0–1, for what follows. */
  at(passed: number): void {
    this.passed = passed;
    this.here = arriving(this.field, passed);
    this.thing = this.things && placeAt(this.things, passed);
  }

  /** Where a point of a sheet of this size takes its colour from, on top of `own`. */
  current(side: "first" | "last", isThing: boolean, width: number, height: number, own: Current | null): Current {
    const { here, thing, things, passed } = this;
    const add = (x: number, y: number, out: Float64Array, moveX: number, moveY: number) => {
      if (own === null) {
        out[0] = moveX;
        out[1] = moveY;
        return;
      }
      own(x + moveX, y + moveY, out);
      out[0] = (out[0] ?? 0) + moveX;
      out[1] = (out[1] ?? 0) + moveY;
    };
    if (isThing && thing !== null && things !== null) {
      const home = things[side];
      const across = home.across / thing.across;
      const down = home.down / thing.down;
      return (x, y, out) => {
        const fromX = (home.x + (x / width - thing.x) * across) * width;
        const fromY = (home.y + (y / height - thing.y) * down) * height;
        add(x, y, out, fromX - x, fromY - y);
      };
    }
    const back = side === "first" ? -passed : 1 - passed;
    return (x, y, out) => {
      const u = x / width;
      const v = y / height;
      add(x, y, out, valueAt(here.dx, here, u, v) * back * width, valueAt(here.dy, here, u, v) * back * height);
    };
  }

  /** Lets the first picture give way to the last, place by place. All three are opaque RGBA of one size; `frame` may be `first`. */
  blend(first: Uint32Array, last: Uint32Array, frame: Uint32Array, width: number, height: number): void {
    for (let top = 0; top < height; top += CELL) {
      const bottom = Math.min(height, top + CELL);
      for (let left = 0; left < width; left += CELL) {
        const right = Math.min(width, left + CELL);
        const a = this.shareAt(left / width, top / height);
        const b = this.shareAt(right / width, top / height);
        const c = this.shareAt(left / width, bottom / height);
        const d = this.shareAt(right / width, bottom / height);
        for (let y = top; y < bottom; y++) {
          const v = (y - top) / (bottom - top);
          let share = a + (c - a) * v + 0.5;
          const step = (b + (d - b) * v + 0.5 - share) / (right - left);
          for (let i = y * width + left; i < y * width + right; i++) {
            const to = share | 0;
            frame[i] = to <= 0 ? u32(first, i) : to >= 256 ? u32(last, i) : mixed(u32(first, i), u32(last, i), to);
            share += step;
          }
        }
      }
    }
  }

  /** Share of the last picture at a place, 0–256: what is the thing gives way as a whole, when it is half-way. */
  private shareAt(x: number, y: number): number {
    const { thing, passed } = this;
    const order = valueAt(this.order, this.field, x, y);
    if (thing === null) return dissolved(order, passed);
    const distance = Math.hypot((x - thing.x) / thing.across, (y - thing.y) / thing.down) / THING_REACH;
    return dissolved(mix(order, 0.5, smooth(1.3, 0.9, distance)), passed);
  }
}

function dissolved(order: number, passed: number): number {
  const start = order * (1 - DISSOLVE);
  return smooth(start, start + DISSOLVE, passed) * 256;
}

/** When each place gives way, 0 first … 1 last: what moves least begins, in a slow wave across the picture. */
function orderOf({ columns, rows, dx, dy }: Field): Float32Array {
  const lengths = Float32Array.from(dx, (moveX, i) => Math.hypot(moveX, f32(dy, i)));
  const most = lengths.reduce((a, b) => Math.max(a, b), 0.04);
  return lengths.map((length, i) => {
    const column = (i % columns) / columns;
    const row = ((i / columns) | 0) / rows;
    const wave = 0.5 + 0.5 * Math.sin(3.1 * column + 2.3 * row - 1.4);
    return clamp(0.6 * (length / most) + 0.4 * wave);
  });
}

/** `share` 0–256 of `b`, channel by channel; opaque. */
function mixed(a: number, b: number, share: number): number {
  const rest = 256 - share;
  const even = ((Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, share) + 0x800080) >>> 8) & 0xff00ff;
  const odd = (Math.imul((a >>> 8) & 0xff, rest) + Math.imul((b >>> 8) & 0xff, share) + 0x80) & 0xff00;
  return (even | odd | 0xff000000) >>> 0;
}
