import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { colourOf } from "../../lexicon/colours";
import { iconSvg } from "../../lexicon/icons";
import { u8 } from "../../raster/sample";
import { spriteFromSvg } from "../sprite";
import { tinted } from "../tint";

/** A drawing as a canvas, for a layer that turns it with the head. */
interface Worn {
  readonly canvas: Canvas;
  readonly width: number;
  readonly height: number;
  /** Empty rows above and below the drawing. */
  readonly headRows: number;
  readonly footRows: number;
}

/** The drawing `icon`, `width` pixels wide, in a colour by its name or its own. Throws for an icon that the lexicon does not hold. */
export function wornSprite(icon: string, colour: string | null, width: number): Worn {
  const svg = iconSvg(icon);
  if (svg === null) throw new Error(`the lexicon names a drawing it does not hold: ${icon}`);
  const drawn = spriteFromSvg(svg, width);
  const sprite = colour === null ? drawn : tinted(drawn, colourOf(colour));
  const canvas = createCanvas(sprite.width, sprite.height);
  const context = canvas.getContext("2d");
  const data = context.createImageData(sprite.width, sprite.height);
  data.data.set(sprite.pixels);
  context.putImageData(data, 0, 0);
  let headRows = 0;
  while (headRows < sprite.height && !hasInk(sprite.pixels, headRows, sprite.width)) headRows++;
  return { canvas, width: sprite.width, height: sprite.height, headRows, footRows: sprite.footRows };
}

function hasInk(pixels: Uint8Array, row: number, width: number): boolean {
  for (let x = 0; x < width; x++) if (u8(pixels, (row * width + x) * 4 + 3) > 100) return true;
  return false;
}
