import type { ComparedVariant } from "./compared";

/** A picture as the loupe shows it. */
export interface LoupePicture extends ComparedVariant {
  readonly title: string;
  /** What it lies in on the screen one came from, a prompt or a row; up and down lead to the next one. Null where there is none. */
  readonly group: string | null;
  /** A video of which it is not read yet how it plays: until then its still picture is shown. */
  readonly isAwaited: boolean;
}

/** What the loupe walks through: the pictures in the order of the screen it was opened from. */
export interface LoupeWay {
  readonly count: number;
  /** The one that is looked at, from 0. */
  readonly at: number;
  /** Undefined while it is read. */
  pictureAt(place: number): LoupePicture | undefined;
  go(place: number): void;
}

/** One on or one back; at either end it stays. */
export function stepAlong({ at, count }: Pick<LoupeWay, "at" | "count">, by: 1 | -1): number {
  return Math.min(count - 1, Math.max(0, at + by));
}

/** The first picture of the group below, or of the one above. Without groups, and behind the last or before the first, it stays. */
export function stepGroup({ at, count, pictureAt }: Omit<LoupeWay, "go">, by: 1 | -1): number {
  const groupAt = (place: number) => pictureAt(place)?.group ?? null;
  const here = groupAt(at);
  if (here === null) return at;
  if (by === 1) {
    for (let place = at + 1; place < count; place++) if (groupAt(place) !== here) return place;
    return at;
  }
  const first = firstOf(groupAt, at);
  return first === 0 ? at : firstOf(groupAt, first - 1);
}

function firstOf(groupAt: (place: number) => string | null, from: number): number {
  const group = groupAt(from);
  let first = from;
  while (first > 0 && groupAt(first - 1) === group) first -= 1;
  return first;
}
