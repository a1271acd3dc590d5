import { join } from "node:path";
import { GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

/** The name drawing code asks for. */
export const LETTERS = "Studio letters";

const FACES = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese"];

let isThere = false;

/** The studio's own letters, so that what is drawn looks the same on every machine; the system's where they have none. */
export function loadLetters(): void {
  if (isThere) return;
  isThere = true;
  const folder = join(process.cwd(), "node_modules/@fontsource-variable/geist/files");
  for (const face of FACES) GlobalFonts.registerFromPath(join(folder, `geist-${face}-wght-normal.woff2`), LETTERS);
}

/** A text shortened to its room. Pixels. */
export function fitted(ctx: SKRSContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && ctx.measureText(`${letters.join("")}…`).width > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A text broken between its words into lines of so much room, the last of them shortened. Pixels; at least one line. */
export function wrapped(ctx: SKRSContext2D, text: string, room: number, mostLines: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/\s+/).filter((word) => word !== "");
  for (const [place, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || ctx.measureText(longer).width <= room) {
      line = longer;
      continue;
    }
    if (lines.length === mostLines - 1) return [...lines, fitted(ctx, [line, ...words.slice(place)].join(" "), room)];
    lines.push(fitted(ctx, line, room));
    line = word;
  }
  return [...lines, fitted(ctx, line, room)];
}
