import { item } from "./sample";

/** 32-bit hash of a text (FNV-1a with a final mix). */
export function hash32(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stream of numbers that depends on its seed only. Two streams with different seeds are independent. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: string) {
    this.a = hash32(`a${seed}`);
    this.b = hash32(`b${seed}`);
    this.c = hash32(`c${seed}`);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A stream of its own: however much is drawn from it, this one goes on the same. */
  fork(): Random {
    return new Random(`${this.next()}`);
  }

  /** The same stream from here on: what is drawn from one is drawn from the other. */
  copy(): Random {
    return Object.assign(new Random(""), this);
  }

  /** 0 ≤ n < 1 (sfc32). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  range(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Whole number, both ends included. */
  integer(low: number, high: number): number {
    return Math.floor(this.range(low, high + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T {
    return item(choices, Math.floor(this.next() * choices.length));
  }

  /** About normal, mean 0, spread 1. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.22;
  }
}
