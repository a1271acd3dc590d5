import { createCanvas } from "@napi-rs/canvas";
import { fitted, LETTERS, loadLetters } from "./letters";

const WIDTH = 960;
const HEIGHT = 720;
const EDGE = 56;
const LINE = 44;
const MOST_LINES = 9;
const PAPER = "#f4f4f4";
const INK = "#1c1c1c";
const QUIET = "#6b6b6b";

/** What a session's record is seen by in lists: its name, its figures, and how the talk began. A PNG. */
export async function sessionCover(cover: {
  readonly title: string;
  readonly facts: string;
  readonly lines: readonly { readonly who: string; readonly text: string }[];
}): Promise<Uint8Array> {
  loadLetters();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  const room = WIDTH - 2 * EDGE;
  const write = (text: string, y: number, weight: number, size: number, colour: string) => {
    ctx.font = `${weight} ${size}px "${LETTERS}", sans-serif`;
    ctx.fillStyle = colour;
    ctx.fillText(fitted(ctx, text, room), EDGE, y);
  };
  write(cover.title, EDGE + 40, 600, 44, INK);
  write(cover.facts, EDGE + 92, 400, 28, QUIET);
  const lines = cover.lines.length === 0 ? [{ who: "", text: "Nothing was said." }] : cover.lines.slice(0, MOST_LINES);
  for (const [row, { who, text }] of lines.entries())
    write(who === "" ? text : `${who}: ${text}`, EDGE + 170 + row * LINE, 400, 28, who === "Avatar" ? INK : QUIET);
  return canvas.encode("png");
}
