import { mix } from "../../raster/maths";
import type { CutOutSubject } from "../../references/references";
import { ID, type Stage } from "../../scene/stage";
import { compositeSprite } from "../composite";
import { scaleSprite } from "../place-cut-outs";
import { likenessOf } from "./likeness";
import { paintPortrait } from "./paint-portrait";

/** From this weight on the person of a character reference sits there; below it the sitter takes on their colours. */
const SITS_FROM = 0.5;
/** The colours go so far at most: whose features are others is somebody else. */
const MOST_LIKE = 0.9;

/** A portrait under product and character references: a product is held before the sitter, a character comes to sit in their place. */
export function paintPortraitLike(stage: Stage, cutOuts: readonly CutOutSubject[]): void {
  const character = cutOuts.find(({ role }) => role === "character");
  const share = character === undefined ? 0 : MOST_LIKE * Math.min(1, character.weight / SITS_FROM);
  if (character === undefined || character.weight < SITS_FROM)
    paintPortrait(stage, character === undefined ? null : likenessOf(character.sprite, share));
  else sitDown(stage, character);
  for (const product of cutOuts) if (product.role === "product") showBefore(stage, product);
}

/** As wide as the picture allows, cut off by the lower edge as busts are. */
function sitDown(stage: Stage, { sprite, weight }: CutOutSubject): void {
  const { top, height } = stage.frame;
  const tall = height * mix(0.7, 0.9, (weight - SITS_FROM) / (1 - SITS_FROM));
  const scaled = scaleSprite(sprite, Math.min(tall / sprite.height, (stage.width * 0.96) / sprite.width));
  const x = Math.round(stage.width * (0.5 + (stage.framing.subjectX - 0.5) * 0.3) - scaled.width / 2);
  lay(stage, scaled, x, top + height - scaled.height, ID.CUT_OUT);
}

function showBefore(stage: Stage, { sprite, weight }: CutOutSubject): void {
  const { top, height } = stage.frame;
  const reach = Math.min(stage.width, height) * mix(0.16, 0.46, weight);
  const scaled = scaleSprite(sprite, reach / Math.max(sprite.width, sprite.height));
  lay(stage, scaled, Math.round(stage.width * 0.72 - scaled.width / 2), Math.round(top + height * 0.98 - scaled.height), ID.CUT_OUT + 1);
}

function lay(stage: Stage, sprite: Parameters<typeof compositeSprite>[1], x: number, y: number, id: number): void {
  compositeSprite(stage, sprite, { x, y, isShaded: false, lamp: null, id, depth: 0.08, waterline: null });
}
