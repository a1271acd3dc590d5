import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const VIEW_BOX = 32;
let drawings: Buffer | null = null;

/** The drawing of a noun as an SVG document of 32 × 32 units, or null when there is none by that name. */
export function iconSvg(name: string): string | null {
  const body = iconBody(name);
  return body === null ? null : svgDocument(body, VIEW_BOX, VIEW_BOX);
}

/** The inner markup of a drawing, for use inside another SVG. Its ids are unique within the drawing only. */
export function iconBody(name: string): string | null {
  const lines = loadDrawings();
  const lead = `\n${name}\t`;
  const start = lines.indexOf(lead);
  if (start < 0) return null;
  const from = start + lead.length;
  return lines.toString("utf8", from, lines.indexOf("\n", from));
}

export function svgDocument(body: string, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

/** Lines of name, tab, markup. Kept as bytes: as strings the set would cost every thread three times its size. */
function loadDrawings(): Buffer {
  if (drawings === null) {
    const packed: { svg: string } = JSON.parse(readFileSync(new URL("./icons.json", import.meta.url), "utf8"));
    drawings = brotliDecompressSync(Buffer.from(packed.svg, "base64"));
  }
  return drawings;
}
