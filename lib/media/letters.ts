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
