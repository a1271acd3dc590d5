import { createCanvas } from "@napi-rs/canvas";
import { mix } from "../raster/maths";
import type { CutOutSubject } from "../references/references";
import { ID, type Stage } from "../scene/stage";
import { castShadow, compositeSprite, mirrorSprite } from "./composite";
import type { Sprite } from "./sprite";

/** Stands the things of product and character references where the scene's first subject would be; more weight, more presence. */
export function placeCutOuts(stage: Stage, cutOuts: readonly CutOutSubject[]): void {
  for (const [order, { sprite, weight }] of cutOuts.entries()) {
    const shift = cutOuts.length === 1 ? 0 : (order + 0.5) / cutOuts.length - 0.5;
    const reach = Math.min(stage.width, stage.height) * mix(0.3, 0.62, weight) * Math.min(1.25, Math.max(0.7, stage.framing.subjectScale));
    const scaled = scaleSprite(sprite, (reach / Math.max(sprite.width, sprite.height)) * (cutOuts.length > 1 ? 0.75 : 1));
    const x = Math.round((stage.framing.subjectX + shift * 0.6) * stage.width - scaled.width / 2);
    const baseY = stage.floor.groundY;
    const y = Math.round(baseY - scaled.height);
    if (stage.floor.reflection > 0) mirrorSprite(stage, scaled, x, y, baseY, stage.floor.reflection * weight, ID.CUT_OUT + order);
    if (!stage.floor.isWater && !stage.without("shadow")) castShadow(stage, scaled, x, baseY - 2 * stage.unit, 0.6 * weight);
    compositeSprite(stage, scaled, {
      x,
      y,
      isShaded: true,
      lamp: null,
      id: ID.CUT_OUT + order,
      depth: 0.08,
      waterline: stage.floor.isWater ? baseY : null,
    });
  }
}

/** The cut-out at another size. */
export function scaleSprite(sprite: Sprite, scale: number): Sprite {
  const width = Math.max(2, Math.round(sprite.width * scale));
  const height = Math.max(2, Math.round(sprite.height * scale));
  const source = createCanvas(sprite.width, sprite.height);
  const sourceContext = source.getContext("2d");
  const cut = sourceContext.createImageData(sprite.width, sprite.height);
  cut.data.set(sprite.pixels);
  sourceContext.putImageData(cut, 0, 0);
  const target = createCanvas(width, height);
  const context = target.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  return { pixels: new Uint8Array(context.getImageData(0, 0, width, height).data), width, height, footRows: 0 };
}
