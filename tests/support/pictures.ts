import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture with something to see in it: two colours, a diagonal, noise-free, so that every format keeps it apart. */
export function picture(width = 640, height = 400, colour = "#c2410c"): Sharp {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${colour}"/><path d="M0 0L${width} ${height}V0Z" fill="#0e7490"/></svg>`;
  return sharp(Buffer.from(drawing));
}

export const png = (width?: number, height?: number, colour?: string) => picture(width, height, colour).png().toBuffer();

/** A picture whose bytes cannot be pressed together: for uploads that take more than one packet. */
export async function noisePng(side: number, seed = 1): Promise<Buffer> {
  let state = seed >>> 0;
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Three frames of one size. */
export async function animation(format: "gif" | "webp"): Promise<Buffer> {
  const frames = await Promise.all(["#dc2626", "#16a34a", "#2563eb"].map((colour) => png(120, 80, colour)));
  const joined = sharp(frames, { join: { animated: true } });
  return format === "gif" ? joined.gif({ delay: [80, 80, 80] }).toBuffer() : joined.webp({ delay: [80, 80, 80] }).toBuffer();
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A valid PNG of one bit a pixel and a few kilobytes that unpacks to any size asked for. */
export function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** Puts a chunk in front of the last one of a PNG, as programs that embed manifests do. */
export function withPngChunk(file: Buffer, name: string, body: Buffer): Buffer {
  const end = file.length - 12;
  return Buffer.concat([file.subarray(0, end), chunk(name, body), file.subarray(end)]);
}

/** A PNG without its chunks of one name, every other byte as it was. */
export function withoutPngChunk(file: Buffer, name: string): Buffer {
  const kept = [file.subarray(0, 8)];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) !== name) kept.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** A PNG somebody wrote into, with the sums of its chunks made right again. */
export function withRightSums(file: Buffer): Buffer {
  const right = Buffer.from(file);
  for (let at = 8; at + 12 <= right.length; ) {
    const end = at + 12 + right.readUInt32BE(at);
    right.writeUInt32BE(crc32(right.subarray(at + 4, end - 4)), end - 4);
    at = end;
  }
  return right;
}

export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
export const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");
export const EXECUTABLE = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(512)]);
