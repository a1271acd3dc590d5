import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const VIEW_BOX = 32;

/** Lines of name, tab, markup, kept as bytes: as strings the set would cost every thread three times its size. */
interface Drawings {
  readonly bytes: Buffer;
  /** Where the markup of a name starts and ends. */
  readonly places: ReadonlyMap<string, readonly [from: number, to: number]>;
}

let drawings: Drawings | null = null;

/** The drawing of a noun as an SVG document of 32 × 32 units, or null when there is none by that name. */
export function iconSvg(name: string): string | null {
  const body = iconBody(name);
  return body === null ? null : svgDocument(body, VIEW_BOX, VIEW_BOX);
}

/** The inner markup of a drawing, for use inside another SVG. Its ids are unique within the drawing only. */
export function iconBody(name: string): string | null {
  const { bytes, places } = loadDrawings();
  const place = places.get(name);
  return place === undefined ? null : bytes.toString("utf8", ...place);
}

export function svgDocument(body: string, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function loadDrawings(): Drawings {
  if (drawings === null) {
    const packed: { svg: string } = JSON.parse(readFileSync(new URL("./icons.json", import.meta.url), "utf8"));
    const bytes = brotliDecompressSync(Buffer.from(packed.svg, "base64"));
    drawings = { bytes, places: placesIn(bytes) };
  }
  return drawings;
}

function placesIn(bytes: Buffer): ReadonlyMap<string, readonly [number, number]> {
  const places = new Map<string, readonly [number, number]>();
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf("\n", start);
    const end = next < 0 ? bytes.length : next;
    const tab = bytes.indexOf("\t", start);
    if (tab > start && tab < end) places.set(bytes.toString("utf8", start, tab), [tab + 1, end]);
    start = end + 1;
  }
  return places;
}
