import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, labFromRgb, type Rgb } from "../raster/colour";
import { f32 } from "../raster/sample";
import { ID, type Stage } from "../scene/stage";
import { GLYPH_HEIGHT, strokesOf } from "./stroke-font";

/**
 * Draws the quoted words of a prompt across the upper part of the picture. The letters come from our own stroke font: system
 * fonts differ between machines, and the same request must give the same bytes.
 */
export function paintLettering(stage: Stage): void {
  const text = stage.spec.lettering;
  if (text === null) return;
  const { width, height } = stage;
  const lines = text.split("\n");
  const widest = Math.max(...lines.map((line) => measure(line)));
  const scale = Math.min((width * 0.8) / widest, (height * 0.3) / (lines.length * GLYPH_HEIGHT * LEADING));
  const top = height * 0.09;
  const ink = contrastingInk(stage, top, lines.length * GLYPH_HEIGHT * scale * LEADING);
  stage.layer(
    (context) => {
      context.strokeStyle = css(ink);
      context.lineCap = "round";
      context.lineJoin = "round";
      context.lineWidth = Math.max(1.5, scale * 1.25);
      for (const [row, line] of lines.entries()) {
        drawLine(context, line, (width - measure(line) * scale) / 2, top + row * GLYPH_HEIGHT * scale * LEADING, scale);
      }
    },
    0.02,
    ID.SUBJECT + 60,
  );
}

const SPACING = 1.8;
/** From line to line, in heights of a capital: room for descenders under accents. */
const LEADING = 1.62;

function measure(line: string): number {
  return [...line].reduce((sum, character) => sum + strokesOf(character).advance + SPACING, -SPACING);
}

function drawLine(context: SKRSContext2D, line: string, left: number, top: number, scale: number): void {
  let x = left;
  for (const character of line) {
    const glyph = strokesOf(character);
    for (const stroke of glyph.strokes) {
      context.beginPath();
      for (const [order, point] of stroke.entries()) {
        const px = x + point[0] * scale;
        const py = top + point[1] * scale;
        if (order === 0) context.moveTo(px, py);
        else context.lineTo(px, py);
      }
      context.stroke();
    }
    x += (glyph.advance + SPACING) * scale;
  }
}

function contrastingInk(stage: Stage, top: number, tall: number): Rgb {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < top + tall; y += 7) {
    for (let x = Math.floor(stage.width * 0.1); x < stage.width * 0.9; x += 11) {
      const at = (y * stage.width + x) * 3;
      sum += labFromRgb(f32(stage.image.samples, at), f32(stage.image.samples, at + 1), f32(stage.image.samples, at + 2))[0];
      count++;
    }
  }
  return sum / Math.max(1, count) > 0.58 ? [0.1, 0.09, 0.13] : [0.98, 0.96, 0.92];
}
