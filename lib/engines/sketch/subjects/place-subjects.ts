import { colourOf } from "../lexicon/colours";
import { oneOf } from "../parse/one-of";
import { clamp } from "../raster/maths";
import { cliffTopOf } from "../scene/places/sea";
import { paintPodium } from "../scene/places/studio";
import { ID, type Stage } from "../scene/stage";
import { castShadow, compositeSprite, mirrorSprite } from "./composite";
import { LAMP } from "./own/svg-parts";
import { arrange } from "./placing/arrange";
import { keepApart } from "./placing/keep-apart";
import { HEADROOM, type Placement } from "./placing/placement";
import { isNight, spriteOf } from "./sprite-of";

/** Paints the subjects of the scene, farthest first. */
export function paintSubjects(stage: Stage): void {
  const placements = placed(stage);
  for (const [index, placement] of placements.entries()) paintOne(stage, placement, index);
}

/** Where each thing stands, farthest first, and of each enough to be seen that it can be counted. */
export function placed(stage: Stage): readonly Placement[] {
  const placements = arrange(stage);
  const chances = stage.thingRandom.copy();
  if (placements.length > 1) keepApart(stage, placements, (placement) => spriteOf(stage, placement, chances));
  followGround(stage, placements);
  return placements;
}

/** Beside the top of a hill the ground lies lower, and what stands there with it. */
function followGround({ floor: { dropAt } }: Stage, placements: readonly Placement[]): void {
  if (dropAt === undefined) return;
  for (const placement of placements) {
    let ground = placement;
    while (ground.standsOn !== null || ground.isIn !== null) ground = ground.standsOn ?? ground.isIn ?? ground;
    if (!ground.isFloating) placement.baseY += dropAt(ground.x);
  }
}

function paintOne(stage: Stage, placement: Placement, index: number): void {
  const subject = oneOf(placement.subject, placement.order);
  const sprite = spriteOf(stage, placement);
  // Drawn all the same, so that what comes after it draws the same chances.
  if (subject.isGone) return;
  stage.subjects.set(ID.SUBJECT + index, placement.subject);
  stage.orders.set(ID.SUBJECT + index, placement.order);
  const isLighthouse = subject.shape.kind === "lathe" && subject.shape.shape === "lighthouse";
  const cliff = isLighthouse ? cliffTopOf(stage) : null;
  const centreX = cliff?.x ?? placement.x;
  const foot = cliff?.y ?? placement.baseY;
  const overhang = sprite.width > stage.width * 0.9 ? sprite.width * 0.25 : 0;
  const x = Math.round(clamp(centreX - sprite.width / 2, -overhang, stage.width - sprite.width + overhang));
  // What is taller than the picture loses its feet and keeps its head.
  const highest = placement.isHeld ? Number.NEGATIVE_INFINITY : stage.height * HEADROOM;
  const y = Math.round(Math.max(highest, foot - sprite.height + sprite.footRows));
  const baseY = Math.max(foot, y + sprite.height - sprite.footRows);
  const isAfloat =
    (stage.floor.isWater || placement.isAfloat) && !placement.isFloating && !placement.isHeld && !placement.isAshore && cliff === null;
  const isStudio = stage.spec.places[0] === "studio";
  if (subject.colour !== null)
    stage.named.set(ID.SUBJECT + index, { colour: colourOf(subject.colour), isWhole: subject.shape.kind !== "figure" });
  const isGrounded = !placement.isFloating && !placement.isHeld && placement.standsOn?.isFloating !== true && cliff === null;
  const { reflection } = stage.floor;
  const [shade, depth] = [isStudio ? 0.75 : 0.55 * stage.light.strength + 0.1, placement.isFloating && placement.order > 0 ? 0.25 : 0.08];
  const lay = (whole: Stage, above: number, before: number): void => {
    const ground = baseY + above;
    if (stage.spec.hasPodium && isStudio && placement.order === 0)
      paintPodium(whole, centreX + before, ground - 4 * stage.unit, sprite.width * 1.15, stage.height * 0.17);
    if (reflection > 0 && isGrounded) mirrorSprite(whole, sprite, x + before, y + above, ground, reflection, ID.SUBJECT + index);
    if (isGrounded && !isAfloat && !placement.isAshore && !stage.without("shadow"))
      castShadow(whole, sprite, x + before, ground - 2 * stage.unit, shade);
    compositeSprite(whole, sprite, {
      x: x + before,
      y: (isAfloat ? y + Math.round(sprite.height * 0.03) : y) + above,
      isShaded: subject.shape.kind === "lathe",
      lamp: isNight(stage) ? LAMP : null,
      id: ID.SUBJECT + index,
      depth,
      waterline: isAfloat ? ground : placement.isIn === null ? null : placement.isIn.baseY - 0.14 * placement.isIn.size + above,
    });
  };
  lay(stage, 0, 0);
  stage.laid.push(lay);
}
