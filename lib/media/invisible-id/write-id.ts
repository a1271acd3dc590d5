import { toBits } from "./payload";
import { correlations, dot } from "./read-id";
import { ADDED, type Brightness, folded, SOUGHT, TILE } from "./tile";

/**
 * How near the marked picture stays to the one it was, as peak signal to noise in decibels: nobody sees a difference from 40 on. A small
 * picture has fewer squares to repeat the mark in, so each is a little stronger.
 */
const psnrDbOf = (pixels: number) => Math.min(46, Math.max(42, 46 + 7 * Math.log10(pixels / 1_000_000)));
const rmsAt = (psnrDb: number) => 255 / 10 ** (psnrDb / 20);
/** Share of the mark's strength that says where it begins; the rest is the id's. */
const SYNC_SHARE = 0.3;
/** Each time what the picture itself says against a bit is made up for. */
const ROUNDS = 4;

/** What is to be added to each pixel, in levels, so that the picture carries this id; twelve hexadecimal digits. */
export function markFor(picture: Brightness, id: string): Float32Array {
  const bits = toBits(id);
  const room = roomIn(picture);
  const weights = new Float32Array(bits.length).fill(1);
  let syncWeight = Math.sqrt((SYNC_SHARE / (1 - SYNC_SHARE)) * bits.length);
  let mark: Float32Array = new Float32Array(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const tile = new Float32Array(TILE * TILE);
    for (let at = 0; at < tile.length; at += 1) {
      let sum = syncWeight * (ADDED.sync[at] ?? 0);
      for (let bit = 0; bit < bits.length; bit += 1) sum += (bits[bit] ?? 0) * (weights[bit] ?? 0) * (ADDED.bits[bit]?.[at] ?? 0);
      tile[at] = sum;
    }
    mark = spread(tile, picture, room);
    const seen = folded({ ...picture, pixels: picture.pixels.map((level, at) => level + (mark[at] ?? 0)) });
    const strengths = correlations(seen, 0).map((strength, bit) => strength * (bits[bit] ?? 0));
    const sync = dot(seen, SOUGHT.sync);
    const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
    for (const [bit, strength] of strengths.entries())
      weights[bit] = Math.max(0.3, (weights[bit] ?? 1) + (mean - strength) / Math.max(mean, 0.02) / 1.5);
    const wanted = mean * Math.sqrt((SYNC_SHARE / (1 - SYNC_SHARE)) * bits.length);
    syncWeight = Math.max(1, syncWeight + ((wanted - sync) / Math.max(mean, 0.02)) * 0.5);
  }
  return mark;
}

/** The square repeated over the picture, stronger where the picture hides it, as strong in all as it may be. */
function spread(tile: Float32Array, { width, height }: Brightness, room: Float32Array): Float32Array {
  const mark = new Float32Array(width * height);
  let squares = 0;
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const value = (tile[(y % TILE) * TILE + (x % TILE)] ?? 0) * (room[at] ?? 0);
      mark[at] = value;
      squares += value * value;
    }
  const scale = rmsAt(psnrDbOf(mark.length)) / Math.sqrt(squares / mark.length);
  return mark.map((value) => value * scale);
}

/** How much a change hides at each pixel: little on what is even, more where something happens; none where there is no level left. */
function roomIn({ pixels, width, height }: Brightness): Float32Array {
  const room = new Float32Array(pixels.length);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const here = pixels[at] ?? 0;
      const right = pixels[x + 2 < width ? at + 2 : at] ?? 0;
      const below = pixels[y + 2 < height ? at + 2 * width : at] ?? 0;
      const busy = Math.min(1, (Math.abs(here - right) + Math.abs(here - below)) / 24);
      const ends = Math.min(1, Math.min(here, 255 - here) / 6 + 0.4);
      room[at] = (1 + 0.8 * busy) * ends;
    }
  return room;
}
