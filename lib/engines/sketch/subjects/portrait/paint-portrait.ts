import { ID, type Stage } from "../../scene/stage";
import { drawFolds, drawShoulders } from "./clothes";
import { drawFace } from "./face";
import { drawEye, drawFeatures, drawMouth, drawWrinkles } from "./features";
import { drawBackHair, drawBeard, drawFrontHair } from "./hair";
import { sitterOf, sizeOf } from "./sitter";

/** Head and shoulders, turned a little, lit from the side of the sun. */
export function paintPortrait(stage: Stage): void {
  const { width, random, framing, light } = stage;
  const { top, height } = stage.frame;
  const subject = stage.spec.subjects[0];
  if (subject?.isGone) return;
  if (subject !== undefined) stage.subjects.set(ID.SUBJECT, subject);
  const sitter = sitterOf(stage);
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
      if (sitter.hasBeard) drawBeard(context, sitter, light.sun);
      for (const eye of [-1, 1] as const) drawEye(context, sitter, eye);
      drawMouth(context, sitter, light.sun);
      drawFeatures(context, sitter);
      if (sitter.isOld) drawWrinkles(context, sitter);
      drawFrontHair(context, sitter, light.sun, random);
    },
    0.1,
    ID.SUBJECT,
  );
  if (typeof subject?.colour === "string") stage.named.set(ID.SUBJECT, { colour: sitter.garment, isWhole: false });
}
