import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const VIEW_BOX = 32;
let bodies: Readonly<Record<string, string>> | null = null;

/** The drawing of a noun as an SVG document of 32 × 32 units, or null when there is none by that name. */
export function iconSvg(name: string): string | null {
  const body = loadBodies()[name];
  return body === undefined ? null : svgDocument(body, VIEW_BOX, VIEW_BOX);
}

/** The inner markup of a drawing, for use inside another SVG. Its ids are unique within the drawing only. */
export function iconBody(name: string): string | null {
  return loadBodies()[name] ?? null;
}

export function svgDocument(body: string, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function loadBodies(): Readonly<Record<string, string>> {
  if (bodies === null) {
    const packed: { svg: string } = JSON.parse(readFileSync(new URL("./icons.json", import.meta.url), "utf8"));
    const unpacked: Record<string, string> = JSON.parse(brotliDecompressSync(Buffer.from(packed.svg, "base64")).toString("utf8"));
    bodies = unpacked;
  }
  return bodies;
}
