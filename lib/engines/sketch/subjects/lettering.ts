import type { SKRSContext2D } from "@napi-rs/canvas";
import { colourOf } from "../lexicon/colours";
import { BANDS, type Band, type Inscription } from "../parse/scene-spec";
import { css, labFromRgb, type Rgb } from "../raster/colour";
import { f32 } from "../raster/sample";
import { ID, type Stage } from "../scene/stage";
import { chestOf } from "./chest";
import { GLYPH_HEIGHT, strokesOf } from "./stroke-font";

/**
 * Draws the quoted words of a prompt across the picture. The letters come from our own stroke font: system fonts differ between
 * machines, and the same request must give the same bytes.
 */
export function paintLettering(stage: Stage): void {
  for (const [order, band] of BANDS.entries()) {
    const here = stage.spec.lettering.filter((inscription) => inscription.band === band);
    if (here.length > 0) paintBand(stage, band, here, ID.LETTERING + order * 10);
  }
}

interface Line {
  readonly text: string;
  readonly colour: string | null;
}

/** Share of the height at which the first line of each band begins, or the last one ends. */
const TOP = 0.09;
const BOTTOM = 0.94;

function paintBand(stage: Stage, band: Band, inscriptions: readonly Inscription[], id: number): void {
  const { width, height } = stage;
  const lines = inscriptions.flatMap(({ text, colour }): Line[] => text.split("\n").map((line) => ({ text: line, colour })));
  const chest = band === "chest" ? chestOf(stage) : null;
  const widest = Math.max(...lines.map(({ text }) => measure(text)));
  const [room, high, centreX] = chest === null ? [width * 0.8, height * 0.3, width / 2] : [chest.width, chest.height, chest.x];
  const scale = Math.min(room / widest, high / (lines.length * GLYPH_HEIGHT * LEADING));
  const tall = lines.length * GLYPH_HEIGHT * scale * LEADING;
  const top =
    chest !== null
      ? chest.y - tall / 2
      : band === "middle"
        ? (height - tall) / 2
        : band === "bottom"
          ? height * BOTTOM - tall
          : height * TOP;
  const contrast = contrastingInk(stage, top, tall, centreX, room);
  for (const [row, { text, colour }] of lines.entries()) {
    const ink = colour === null ? contrast : colourOf(colour);
    const own = id + (colour === null ? 0 : 1 + (row % 9));
    if (colour !== null) stage.named.set(own, { colour: ink, isWhole: true });
    stage.layer(
      (context) => {
        context.strokeStyle = css(ink);
        context.lineCap = "round";
        context.lineJoin = "round";
        context.lineWidth = Math.max(1.5, scale * 1.25);
        drawLine(context, text, centreX - (measure(text) * scale) / 2, top + row * GLYPH_HEIGHT * scale * LEADING, scale);
      },
      0.02,
      own,
    );
  }
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

function contrastingInk(stage: Stage, top: number, tall: number, centreX: number, room: number): Rgb {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < Math.min(stage.height, top + tall); y += 7) {
    for (let x = Math.floor(centreX - room / 2); x < centreX + room / 2; x += 11) {
      const at = (y * stage.width + x) * 3;
      sum += labFromRgb(f32(stage.image.samples, at), f32(stage.image.samples, at + 1), f32(stage.image.samples, at + 2))[0];
      count++;
    }
  }
  return sum / Math.max(1, count) > 0.58 ? [0.1, 0.09, 0.13] : [0.98, 0.96, 0.92];
}
