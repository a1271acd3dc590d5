import { colourOf } from "../lexicon/colours";
import type { Medium } from "../lexicon/media";
import type { Raster } from "../raster/image";
import type { Stage } from "../scene/stage";
import type { Sitting } from "./canvas-picture";
import { paintFlat } from "./flat";
import { paintGouache } from "./gouache";
import { bloom, gradeByMood } from "./grade";
import { printHalftone } from "./halftone";
import { paintInk } from "./ink";
import { paintOil } from "./oil";
import { paintPastel } from "./pastel";
import { paintPencil } from "./pencil";
import { paintRender } from "./render";
import { printRisograph } from "./risograph";
import { paintWatercolour } from "./watercolour";

const MEDIUM_PAINTERS: Readonly<Record<Medium, (sitting: Sitting) => Raster>> = {
  watercolour: paintWatercolour,
  gouache: paintGouache,
  oil: paintOil,
  ink: paintInk,
  pencil: paintPencil,
  risograph: printRisograph,
  flat: paintFlat,
  halftone: printHalftone,
  pastel: paintPastel,
  render: paintRender,
};

/**
 * Draws a rendered scene in its medium. The stage's own picture is graded in place. `seed` moves the hand: the same scene can be
 * painted again with other strokes.
 */
export function paintMedium(stage: Stage, seed = stage.spec.seed): Raster {
  const { spec, image } = stage;
  gradeByMood(image, spec.mood);
  const glow = spec.mood.bloom ?? (spec.light === "neon" ? 0.5 : 0);
  if (glow > 0) bloom(image, stage.unit, glow, 0.6);
  return MEDIUM_PAINTERS[spec.medium]({
    stage,
    picture: image,
    seed,
    inks: stage.colours,
    subjectInks: spec.subjects.flatMap((subject) => (subject.colour === null ? [] : [colourOf(subject.colour)])),
  });
}
