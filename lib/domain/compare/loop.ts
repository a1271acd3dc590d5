/** Frames of the first clip between which playing goes round, both shown. */
export interface Loop {
  readonly from: number;
  readonly to: number;
}

/** Where a step leads: round within the loop, or within the clip. */
export function stepped(frame: number, by: number, frames: number, loop: Loop | null): number {
  const { from, to } = loop ?? { from: 0, to: frames - 1 };
  const length = to - from + 1;
  return from + ((((frame - from + by) % length) + length) % length);
}

/** One end of the loop set to a frame. The other moves out of its way; set to the same frame again, the loop is gone. */
export function withEnd(loop: Loop | null, end: "from" | "to", frame: number, frames: number): Loop | null {
  if (loop?.[end] === frame) return null;
  const { from, to } = loop ?? { from: 0, to: frames - 1 };
  if (end === "from") return { from: frame, to: to > frame ? to : frames - 1 };
  return { from: from < frame ? from : 0, to: frame };
}
