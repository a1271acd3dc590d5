/** Bits of an id, and of the sum that tells a read id from noise. */
const ID_BITS = 48;
const SUM_BITS = 16;
export const idBits = ID_BITS + SUM_BITS;

/** Twelve hexadecimal digits with their sum, as ±1. */
export function toBits(id: string): Int8Array {
  const whole = (BigInt(`0x${id}`) << BigInt(SUM_BITS)) | BigInt(sumOf(id));
  return Int8Array.from({ length: idBits }, (_, bit) => ((whole >> BigInt(bit)) & 1n ? 1 : -1));
}

/** The id in these bits; null when its sum is another. */
export function fromBits(bits: ArrayLike<number>): string | null {
  let whole = 0n;
  for (let bit = 0; bit < idBits; bit += 1) if ((bits[bit] ?? 0) > 0) whole |= 1n << BigInt(bit);
  const id = (whole >> BigInt(SUM_BITS)).toString(16).padStart(ID_BITS / 4, "0");
  return sumOf(id) === Number(whole & 0xffffn) ? id : null;
}

/** CRC-16/CCITT of the digits. */
function sumOf(id: string): number {
  let sum = 0xffff;
  for (const byte of Buffer.from(id, "hex")) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : (sum << 1) & 0xffff;
  }
  return sum;
}
