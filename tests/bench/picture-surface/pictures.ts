import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { PoolPicture } from "./scene";
import { ASPECTS, PICTURES_PER_ASPECT, SHEET, WIDTHS } from "./scene";

/** Generated pictures in every size the scenes ask for; addresses differ per node, pixels repeat. */
export type PicturePool = {
  readonly pictures: readonly PoolPicture[];
  /** Key: `${picture}/${width}`. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Key: the number of the sheet's first picture. */
  readonly sheets: ReadonlyMap<number, Buffer>;
};

const HEIGHT_LIMIT = 100;

export async function makePicturePool(): Promise<PicturePool> {
  const pictures: PoolPicture[] = [];
  const files = new Map<string, Buffer>();
  const tiles: Buffer[] = [];
  for (const [aspectNumber, aspect] of ASPECTS.entries()) {
    for (let nth = 0; nth < PICTURES_PER_ASPECT; nth += 1) {
      const number = aspectNumber * PICTURES_PER_ASPECT + nth;
      const width = WIDTHS[WIDTHS.length - 1] ?? 1024;
      const master = await sharp(Buffer.from(landscape(number, width, Math.round(width / aspect))))
        .png({ compressionLevel: 1 })
        .toBuffer();
      for (const size of WIDTHS)
        files.set(`${number}/${size}`, await sharp(master).resize(size).webp({ effort: 0, quality: 82 }).toBuffer());
      tiles.push(await sharp(master).resize(SHEET.tileW, SHEET.tileH, { fit: "contain", background: "#000" }).png().toBuffer());
      pictures.push({ thumbHash: await thumbHashOf(master) });
    }
  }
  return { pictures, files, sheets: await makeSheets(tiles) };
}

async function makeSheets(tiles: readonly Buffer[]): Promise<Map<number, Buffer>> {
  const sheets = new Map<number, Buffer>();
  const { columns, tileW, tileH, count } = SHEET;
  for (let first = 0; first < tiles.length; first += 1) {
    const base = Math.floor(first / PICTURES_PER_ASPECT) * PICTURES_PER_ASPECT;
    const parts = Array.from({ length: count }, (_, nth) => ({
      input: tiles[base + ((first - base + nth) % PICTURES_PER_ASPECT)] ?? Buffer.alloc(0),
      left: (nth % columns) * tileW,
      top: Math.floor(nth / columns) * tileH,
    }));
    const sheet = sharp({ create: { width: columns * tileW, height: (count / columns) * tileH, channels: 3, background: "#000" } });
    sheets.set(first, await sheet.composite(parts).webp({ effort: 0, quality: 80 }).toBuffer());
  }
  return sheets;
}

async function thumbHashOf(picture: Buffer): Promise<string> {
  const small = sharp(picture).resize(HEIGHT_LIMIT, HEIGHT_LIMIT, { fit: "inside" }).ensureAlpha().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}

/** A different landscape for each number: sky, sun, ridges, and a product-like vessel in every third. */
function landscape(number: number, width: number, height: number): string {
  const random = mulberry(number * 7919 + 13);
  const hue = Math.floor(random() * 360);
  const isNight = random() < 0.3;
  const sky = isNight ? [14, 32] : [62, 86];
  const ridges = Array.from({ length: 4 }, (_, layer) => ridge(random, layer, width, height, hue, isNight)).join("");
  const sun = { x: width * (0.15 + random() * 0.7), y: height * (0.15 + random() * 0.3), r: height * (0.05 + random() * 0.08) };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue},45%,${sky[0]}%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360},60%,${sky[1]}%)"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#s)"/>
    <circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="hsl(${(hue + 50) % 360},90%,${isNight ? 88 : 95}%)"/>
    ${ridges}${number % 3 === 0 ? vessel(random, width, height, hue) : ""}
  </svg>`;
}

function ridge(random: () => number, layer: number, width: number, height: number, hue: number, isNight: boolean): string {
  const base = height * (0.45 + layer * 0.14);
  const points = Array.from({ length: 9 }, (_, step) => `${(step / 8) * width},${base - random() * height * (0.16 - layer * 0.02)}`);
  const light = (isNight ? 26 : 58) - layer * (isNight ? 6 : 13);
  return `<polygon points="0,${height} ${points.join(" ")} ${width},${height}" fill="hsl(${(hue + layer * 14) % 360},${30 + layer * 6}%,${light}%)"/>`;
}

function vessel(random: () => number, width: number, height: number, hue: number): string {
  const w = height * 0.2;
  const x = width * (0.35 + random() * 0.3) - w / 2;
  const fill = `hsl(${(hue + 180) % 360},55%,48%)`;
  return `<rect x="${x + w * 0.35}" y="${height * 0.36}" width="${w * 0.3}" height="${height * 0.14}" rx="4" fill="${fill}"/>
    <rect x="${x}" y="${height * 0.46}" width="${w}" height="${height * 0.42}" rx="${w * 0.22}" fill="${fill}"/>
    <rect x="${x + w * 0.12}" y="${height * 0.52}" width="${w * 0.12}" height="${height * 0.28}" rx="6" fill="rgba(255,255,255,.35)"/>`;
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
