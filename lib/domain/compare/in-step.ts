/** What moves in a compared video. */
export interface Clip {
  readonly durationMs: number;
  readonly frames: number;
}

const secondsOf = ({ durationMs, frames }: Clip) => durationMs / 1000 / frames;

/** The frame a clip shows at a time, from 0. */
export function frameAt(clip: Clip, seconds: number): number {
  return Math.min(clip.frames - 1, Math.max(0, Math.floor(seconds / secondsOf(clip) + 1e-6)));
}

/** The time to aim at for a frame: its middle, because aimed at its start a player may show the one before. Seconds. */
export function middleOf(clip: Clip, frame: number): number {
  return (Math.min(clip.frames - 1, Math.max(0, frame)) + 0.5) * secondsOf(clip);
}

/** Where another clip stands when the first shows this frame: the same moment, and its last frame when it is shorter. Seconds. */
export function sameMoment(first: Clip, frame: number, other: Clip): number {
  return middleOf(other, frameAt(other, middleOf(first, frame)));
}
