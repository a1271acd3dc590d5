import { Random } from "./random";
import { f32, u8 } from "./sample";

/** Value noise on a lattice of 256; every method returns about 0–1. */
export class Noise {
  private readonly order = new Uint8Array(512);
  private readonly values = new Float32Array(256);

  constructor(seed: string) {
    const random = new Random(`n${seed}`);
    for (let i = 0; i < 256; i++) {
      this.order[i] = i;
      this.values[i] = random.next();
    }
    for (let i = 255; i > 0; i--) {
      const j = Math.floor(random.next() * (i + 1));
      const kept = u8(this.order, i);
      this.order[i] = u8(this.order, j);
      this.order[j] = kept;
    }
    this.order.copyWithin(256, 0, 256);
  }

  value(x: number, y: number): number {
    const cellX = Math.floor(x);
    const cellY = Math.floor(y);
    const fx = x - cellX;
    const fy = y - cellY;
    const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const xi = cellX & 255;
    const yi = cellY & 255;
    const left = u8(this.order, xi);
    const right = u8(this.order, xi + 1);
    const a = f32(this.values, u8(this.order, left + yi));
    const b = f32(this.values, u8(this.order, right + yi));
    const c = f32(this.values, u8(this.order, left + yi + 1));
    const d = f32(this.values, u8(this.order, right + yi + 1));
    const top = a + (b - a) * sx;
    return top + (c + (d - c) * sx - top) * sy;
  }

  /** Sum of octaves, each turned a little so that the lattice does not show. */
  fbm(x: number, y: number, octaves = 5): number {
    let amplitude = 0.5;
    let sum = 0;
    let total = 0;
    for (let i = 0; i < octaves; i++) {
      sum += amplitude * this.value(x, y);
      total += amplitude;
      const turned = x * 1.6 - y * 1.2 + 17.3;
      y = x * 1.2 + y * 1.6 + 9.1;
      x = turned;
      amplitude *= 0.5;
    }
    return sum / total;
  }

  /** Sharp crests: rock, foam, caustics. */
  ridge(x: number, y: number, octaves = 5): number {
    let amplitude = 0.5;
    let sum = 0;
    let total = 0;
    let previous = 1;
    for (let i = 0; i < octaves; i++) {
      const fold = 1 - Math.abs(2 * this.value(x, y) - 1);
      const crest = fold * fold;
      sum += amplitude * crest * previous;
      total += amplitude;
      previous = crest;
      const turned = x * 1.6 - y * 1.2 + 5.3;
      y = x * 1.2 + y * 1.6 + 3.7;
      x = turned;
      amplitude *= 0.5;
    }
    return sum / total;
  }
}
