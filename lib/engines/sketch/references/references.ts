import type { Raster } from "../raster/image";
import type { Stage } from "../scene/stage";
import type { Sprite } from "../subjects/sprite";

/** What the references do to a picture, in the order in which painting calls it. */
export interface References {
  /** Things of product and character references. */
  readonly cutOuts: readonly CutOutSubject[];
  /** Large masses of composition references, before subjects are placed. */
  layOut(stage: Stage): void;
  /** Image references, on the finished scene. */
  colourScene(stage: Stage): void;
  /**
   * Image references once more, and style and mood, on the finished picture: paper and inks bring colours of their own. `stage` is the
   * scene it shows, whose named colours stay; null for a picture without words.
   */
  tonePicture(picture: Raster, stage: Stage | null): void;
}

/** A reference's thing, ready to stand in the scene. */
export interface CutOutSubject {
  readonly role: "product" | "character";
  readonly sprite: Sprite;
  readonly weight: number;
}
