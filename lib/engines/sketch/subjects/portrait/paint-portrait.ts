import { colourOf } from "../../lexicon/colours";
import { isNeckwear } from "../../lexicon/subjects";
import type { Subject } from "../../parse/scene-spec";
import { ID, type Stage } from "../../scene/stage";
import { drawEarrings, drawFolds, drawShoulders } from "./clothes";
import { drawFace } from "./face";
import { drawEye, drawFeatures, drawMouth, drawWrinkles } from "./features";
import { drawBackHair, drawBeard, drawFrontHair } from "./hair";
import { type Likeness, likened } from "./likeness";
import { type Sitter, sitterOf, sizeOf } from "./sitter";
import { wornSprite } from "./worn";

/** Head and shoulders, turned a little, lit from the side of the sun. */
export function paintPortrait(stage: Stage, likeness: Likeness | null = null): void {
  const { width, random, framing, light } = stage;
  const { top, height } = stage.frame;
  const subject = stage.spec.subjects[0];
  if (subject?.isGone) return;
  if (subject !== undefined) stage.subjects.set(ID.SUBJECT, subject);
  const sitter = likened(sitterOf(stage), likeness);
  const tilt = random.range(-0.1, 0.1);
  const centreX = width * (0.5 + (framing.subjectX - 0.5) * 0.55);
  const centreY = top + height * (sizeOf(stage) > 1.2 ? 0.46 : 0.42 + framing.groundShift * 0.5);
  stage.layer(
    (context) => {
      context.translate(centreX, centreY);
      context.rotate(tilt);
      drawBackHair(context, sitter, light.sun);
      drawShoulders(context, sitter, light.sun, height);
      drawFolds(context, sitter, light.sun);
      drawFace(context, sitter);
      if (sitter.beard !== null) drawBeard(context, sitter, sitter.beard, light.sun);
      for (const eye of [-1, 1] as const) drawEye(context, sitter, eye);
      drawMouth(context, sitter, light.sun);
      drawFeatures(context, sitter);
      if (sitter.isOld) drawWrinkles(context, sitter);
      drawFrontHair(context, sitter, light.sun, random);
      if (sitter.earrings !== null) drawEarrings(context, sitter, sitter.earrings);
    },
    0.1,
    ID.SUBJECT,
  );
  if (subject?.looks?.isCrowned) putOn(stage, CROWN, 0, { sitter, centreX, centreY, tilt });
  for (const [order, thing] of stage.spec.subjects.entries())
    if (order > 0 && !thing.isGone) putOn(stage, thing, order, { sitter, centreX, centreY, tilt });
  if (typeof subject?.colour === "string") stage.named.set(ID.SUBJECT, { colour: sitter.garment, isWhole: false });
}

const CROWN: Subject = { word: "crown", shape: { kind: "icon", icon: "crown" }, count: 1, colour: null, relation: null };

/** Where the head is. */
interface Head {
  readonly sitter: Sitter;
  readonly centreX: number;
  readonly centreY: number;
  readonly tilt: number;
}

/** What sits on the head, before the eyes or around the neck. Lengths in half widths and half heights of the head. */
function putOn(stage: Stage, thing: Subject, order: number, { sitter, centreX, centreY, tilt }: Head): void {
  const icon = thing.shape.kind === "icon" ? thing.shape.icon : "";
  const { halfWidth: w, halfHeight: h } = sitter;
  const [width, middle] = isNeckwear(icon) ? [2.3, 1.75] : /glasses|goggles/.test(icon) ? [1.9, -0.02] : [HATS[icon] ?? 2.6, null];
  const sheet = wornSprite(icon, thing.colour, width * w * (thing.scale ?? 1));
  stage.layer(
    (context) => {
      context.translate(centreX, centreY);
      context.rotate(tilt);
      const foot = sheet.height - sheet.footRows;
      // A hat comes down to the brow.
      context.drawImage(sheet.canvas, -sheet.width / 2, middle === null ? -h * 0.5 - foot : h * middle - (foot + sheet.headRows) / 2);
    },
    0.09,
    ID.SUBJECT + order,
  );
  if (order > 0) stage.subjects.set(ID.SUBJECT + order, thing);
  if (thing.colour !== null) stage.named.set(ID.SUBJECT + order, { colour: colourOf(thing.colour), isWhole: true });
}

/** How wide headwear is that is not as wide as a brimmed hat. */
const HATS: Readonly<Record<string, number>> = {
  crown: 2.1,
  "billed-cap": 2.7,
  "top-hat": 2.5,
  "rescue-workers-helmet": 2.5,
  "military-helmet": 2.4,
};
