/** Lines of a clip's shorter side, as a person names a resolution. */
export type Lines = 480 | 720 | 1080;

/**
 * Pixel size of a clip of the shape `across` : `down`: the shorter side has `lines` pixels, except that the longer one never
 * exceeds that of 16:9. Both sides are multiples of 8, which every codec takes.
 */
export function clipSize(across: number, down: number, lines: Lines): { width: number; height: number } {
  const ratio = Math.max(across, down) / Math.min(across, down);
  const long = Math.min(lines * ratio, (lines * 16) / 9);
  const short = long / ratio;
  const snap = (side: number) => Math.max(16, Math.round(side / 8) * 8);
  return across >= down ? { width: snap(long), height: snap(short) } : { width: snap(short), height: snap(long) };
}
