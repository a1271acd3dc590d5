import { Raster } from "../../raster/image";
import { f32, u8 } from "../../raster/sample";

/** A picture with a hole (1 = to fill) at one of its sizes. */
export interface Level {
  readonly picture: Raster;
  readonly hole: Uint8Array;
  readonly unwanted: Uint8Array;
}

/** Half the size. Only known pixels are averaged, so that what is to be removed does not colour the coarse levels. */
export function halved({ picture, hole, unwanted }: Level): Level {
  const width = Math.max(1, picture.width >> 1);
  const height = Math.max(1, picture.height >> 1);
  const small = new Raster(width, height, 3);
  const smallHole = new Uint8Array(width * height);
  const smallUnwanted = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = y * width + x;
      let known = 0;
      for (let corner = 0; corner < 4; corner++) {
        const from =
          Math.min(picture.height - 1, y * 2 + (corner >> 1)) * picture.width + Math.min(picture.width - 1, x * 2 + (corner & 1));
        if (u8(unwanted, from) === 1) smallUnwanted[to] = 1;
        if (u8(hole, from) === 1) continue;
        known++;
        for (let k = 0; k < 3; k++) small.samples[to * 3 + k] = f32(small.samples, to * 3 + k) + f32(picture.samples, from * 3 + k);
      }
      if (known < 3) smallHole[to] = 1;
      if (known > 0) for (let k = 0; k < 3; k++) small.samples[to * 3 + k] = f32(small.samples, to * 3 + k) / known;
    }
  }
  return { picture: small, hole: smallHole, unwanted: smallUnwanted };
}

/** The first guess: ring after ring, each pixel the mean of its known neighbours. */
export function grownInwards({ picture, hole }: Level): Raster {
  const { width, height } = picture;
  const grown = picture.clone();
  const isKnown = Uint8Array.from(hole, (flag) => 1 - flag);
  let ring: number[] = [];
  do {
    ring = [];
    for (let pixel = 0; pixel < isKnown.length; pixel++) {
      if (u8(isKnown, pixel) === 1) continue;
      const x = pixel % width;
      const y = (pixel - x) / width;
      let count = 0;
      const sum: [number, number, number] = [0, 0, 0];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (u8(isKnown, neighbour) === 0) continue;
          count++;
          sum[0] += f32(grown.samples, neighbour * 3);
          sum[1] += f32(grown.samples, neighbour * 3 + 1);
          sum[2] += f32(grown.samples, neighbour * 3 + 2);
        }
      }
      if (count === 0) continue;
      grown.samples.set([sum[0] / count, sum[1] / count, sum[2] / count], pixel * 3);
      ring.push(pixel);
    }
    for (const pixel of ring) isKnown[pixel] = 1;
  } while (ring.length > 0);
  return grown;
}
