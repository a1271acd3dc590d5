/** Bits of a perceptual hash, as sixteen hexadecimal digits. */
const HASH_BITS = 64;

export type Likeness = "very alike" | "alike" | "somewhat alike";

/** How alike two pictures look by the bits in which their perceptual hashes differ; null when they do not. Unrelated pictures differ in half. */
export function likenessOf(distance: number): Likeness | null {
  if (distance <= 4) return "very alike";
  if (distance <= 10) return "alike";
  return distance <= MOST_DISTANCE ? "somewhat alike" : null;
}

/** Beyond this a likeness is chance. Of 64 bits. */
export const MOST_DISTANCE = 14;

/** In how many bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let left = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; left !== 0n; left &= left - 1n) bits += 1;
  return Math.min(bits, HASH_BITS);
}
