import { css, lch, mixRgb } from "../raster/colour";
import { mix } from "../raster/maths";
import { ID, type Stage } from "./stage";

const ROWS_EACH_SIDE = 16;
const STEPS = 46;

/** A field of lavender: rows of tufts that run to one point on the horizon. `top` is the y in pixels of its far end. */
export function paintLavender(stage: Stage, top: number): void {
  const { width, random, light } = stage;
  const bottom = stage.down(1);
  const vanishingX = width * mix(0.5, stage.framing.sunX, 0.5);
  // Nearer than where the scene was composed the rows go on.
  const steps = STEPS * ((stage.height - top) / (bottom - top)) ** (1 / 1.7);
  const stem = lch(0.46, 0.07, 135);
  stage.layer(
    (context) => {
      const soil = context.createLinearGradient(0, top, 0, bottom);
      soil.addColorStop(0, css(stage.air(lch(0.6, 0.06, 130), 0.4), 0));
      soil.addColorStop(0.1, css(stage.air(lch(0.58, 0.07, 128), 0.25)));
      soil.addColorStop(1, css(mixRgb(lch(0.44, 0.06, 115), light.sun, 0.1)));
      context.fillStyle = soil;
      context.fillRect(0, top, width, stage.height - top);
      for (let step = 0; step < steps; step++) {
        const t = ((step + 1) / STEPS) ** 1.7;
        const y = mix(top, bottom + 0.04 * stage.frame.height, t);
        const spacing = mix(0.012, 0.17, t) * width;
        for (let row = -ROWS_EACH_SIDE; row <= ROWS_EACH_SIDE; row++) {
          const x = vanishingX + row * spacing + random.range(-0.06, 0.06) * spacing;
          if (x < -spacing || x > width + spacing) continue;
          const half = spacing * 0.34;
          context.fillStyle = css(stage.air(stem, 0.4 * (1 - t)));
          context.beginPath();
          context.ellipse(x, y, half, half * 0.5, 0, 0, 7);
          context.fill();
          for (let spike = 0; spike < 4; spike++) {
            const bloom = lch(random.range(0.46, 0.7), random.range(0.1, 0.15), random.range(292, 312));
            context.fillStyle = css(stage.air(mixRgb(bloom, light.sun, random.range(0.04, 0.26)), 0.4 * (1 - t)), 0.92);
            context.beginPath();
            context.ellipse(
              x + random.range(-0.8, 0.8) * half,
              y - half * random.range(0.25, 0.85),
              half * 0.36,
              half * random.range(0.4, 0.62),
              random.range(-0.3, 0.3),
              0,
              7,
            );
            context.fill();
          }
        }
      }
    },
    (pixel) => Math.max(0, 1 - (((pixel / width) | 0) - top) / (bottom - top)),
    ID.GROUND,
  );
}
