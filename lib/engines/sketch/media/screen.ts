/** Threshold of a round halftone dot at a pixel, 0–1. Ink is laid where the tone exceeds it. `cell` in pixels. */
export function dotThreshold(x: number, y: number, cosine: number, sine: number, cell: number): number {
  const u = (x * cosine + y * sine) / cell;
  const v = (-x * sine + y * cosine) / cell;
  return 0.5 + 0.25 * (Math.cos(u * 2 * Math.PI) + Math.cos(v * 2 * Math.PI));
}
