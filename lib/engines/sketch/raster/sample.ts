/**
 * Reads of typed arrays whose index is known to lie inside. One function per array class on purpose: a shared one would see
 * several classes and lose the engine's fast path in the innermost loops.
 */
export function f32(samples: Float32Array, index: number): number {
  return samples[index] as number;
}

export function f64(samples: Float64Array, index: number): number {
  return samples[index] as number;
}

export function i32(samples: Int32Array, index: number): number {
  return samples[index] as number;
}

export function u32(samples: Uint32Array, index: number): number {
  return samples[index] as number;
}

export function u8(samples: Uint8Array, index: number): number {
  return samples[index] as number;
}

export function u8c(samples: Uint8ClampedArray, index: number): number {
  return samples[index] as number;
}

/** An element of a list that is known to be long enough. */
export function item<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}
