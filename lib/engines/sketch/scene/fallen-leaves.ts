import { css, lch, mixRgb } from "../raster/colour";
import { mix } from "../raster/maths";
import { Random } from "../raster/random";
import { ID, type Stage } from "./stage";

/** Hues of leaves in autumn, in OKLCH. */
const HUES = [35, 48, 62, 78] as const;
/** Leaves on as much ground as a square picture has below its middle. */
const MOST = 520;

/** Autumn in a street or on a meadow: leaves on the ground and a few in the air. Nearer ones are larger. */
export function layFallenLeaves(stage: Stage): void {
  const { width, horizon, light, unit, spec } = stage;
  const random = new Random(`${spec.seed}|leaves`);
  const bottom = stage.down(1);
  const lit = 0.5 + 0.35 * light.strength;
  stage.layer(
    (context) => {
      for (let leaf = 0; leaf < MOST; leaf++) {
        const isInAir = leaf % 14 === 0;
        // As many on each stretch of the ground as it has room for in the distance.
        const near = Math.sqrt(random.next());
        const y = isInAir ? horizon * random.range(0.35, 1) : mix(horizon + 8 * unit, bottom, near);
        const size = unit * (isInAir ? random.range(8, 16) : mix(4, 18, near) * random.range(0.7, 1.2));
        context.save();
        context.translate(random.next() * width, y);
        context.rotate(random.range(0, Math.PI));
        // On the ground they lie, and are seen from the side.
        context.scale(1, isInAir ? random.range(0.4, 0.9) : random.range(0.3, 0.5));
        context.fillStyle = css(mixRgb(lch(lit * random.range(0.75, 1.05), 0.14, random.pick(HUES)), light.ambient, 0.15));
        context.beginPath();
        context.moveTo(-size, 0);
        context.quadraticCurveTo(0, -size * 0.9, size, 0);
        context.quadraticCurveTo(0, size * 0.9, -size, 0);
        context.fill();
        context.restore();
      }
    },
    null,
    ID.GROUND,
  );
}
