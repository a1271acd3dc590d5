/**
 * How well `sought` fits into `tile` at every place of it, both square and continued on their other side: `side` numbers a row. By way of
 * Fourier transforms, because there are as many places as pixels.
 */
export function correlate(tile: Float32Array, sought: Float32Array, side: number): Float32Array {
  const a = transformed(tile, side);
  const b = transformed(sought, side);
  const product = { re: new Float64Array(side * side), im: new Float64Array(side * side) };
  for (let at = 0; at < tile.length; at += 1) {
    const [ar = 0, ai = 0, br = 0, bi = 0] = [a.re[at], a.im[at], b.re[at], b.im[at]];
    // Conjugated twice: the inverse transform is then the forward one.
    product.re[at] = ar * br + ai * bi;
    product.im[at] = -(ai * br - ar * bi);
  }
  inPlace(product, side);
  return Float32Array.from(product.re, (value) => value / (side * side));
}

interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

function transformed(tile: Float32Array, side: number): Complex {
  const complex = { re: Float64Array.from(tile), im: new Float64Array(side * side) };
  inPlace(complex, side);
  return complex;
}

/** Rows, then columns. */
function inPlace({ re, im }: Complex, side: number): void {
  for (let row = 0; row < side; row += 1) line(re, im, { from: row * side, step: 1, length: side });
  for (let column = 0; column < side; column += 1) line(re, im, { from: column, step: side, length: side });
}

/** Cooley and Tukey's transform of one line whose length is a power of two. */
function line(re: Float64Array, im: Float64Array, { from, step, length }: { from: number; step: number; length: number }): void {
  const swap = (values: Float64Array, a: number, b: number) => {
    const kept = values[a] ?? 0;
    values[a] = values[b] ?? 0;
    values[b] = kept;
  };
  for (let index = 1, mirrored = 0; index < length; index += 1) {
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index < mirrored) {
      swap(re, from + index * step, from + mirrored * step);
      swap(im, from + index * step, from + mirrored * step);
    }
  }
  for (let size = 2; size <= length; size *= 2)
    for (let k = 0; k < size / 2; k += 1) {
      const angle = (-2 * Math.PI * k) / size;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let start = k; start < length; start += size) {
        const even = from + start * step;
        const odd = even + (size / 2) * step;
        const r = (re[odd] ?? 0) * cos - (im[odd] ?? 0) * sin;
        const i = (re[odd] ?? 0) * sin + (im[odd] ?? 0) * cos;
        re[odd] = (re[even] ?? 0) - r;
        im[odd] = (im[even] ?? 0) - i;
        re[even] = (re[even] ?? 0) + r;
        im[even] = (im[even] ?? 0) + i;
      }
    }
}
