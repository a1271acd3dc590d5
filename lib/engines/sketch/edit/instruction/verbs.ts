import { LITTLE_WORDS } from "../../lexicon/little-words";

export const REMOVE = /^(remove|removed|delete|erase|drop|without|minus|clear|hide|no|neither|nor)$/;
export const ADD = /^(add|put|place|insert|include|give|draw|with)$/;
export const CHANGE =
  /^(make|change|turn|recolou?r|colou?r|paint|tint|dye|repaint|set|switch|replace|render|redraw|convert|transform|relight)$/;
export const EXTEND = /^(extend|expand|outpaint|uncrop|widen|continue)$/;
export const MOVE = /^(move|shift|slide|push)$/;
export const ENLARGE = /^(upscale|enlarge|upsample|superresolution|double|bigger|sharper|sharpen)$/;
/** What people ask of a picture editor and Sketch does not do. */
export const FOREIGN_VERB =
  /^(zoom|rotate|crop|flip|mirror|tilt|straighten|undo|animate|duplicate|copy|blur|pan|resize|shrink|grow|swap|unblur|denoise)$/;
/** Words that hold an instruction together and paint nothing. */
const GLUE = new Set(
  "please it this that all just only so be is like should look want more much very bit slightly scene whole entire part there here picture image photo colour color get rid take away out one into as new instead other use let him them she he resolution size times twice 2x x2 has have".split(
    " ",
  ),
);

export function isVerb(word: string): boolean {
  return REMOVE.test(word) || ADD.test(word) || MOVE.test(word) || CHANGE.test(word) || EXTEND.test(word) || ENLARGE.test(word);
}

export function isGlue(word: string): boolean {
  return GLUE.has(word) || LITTLE_WORDS.has(word) || isVerb(word) || /^\d+$/.test(word) || word.length < 2;
}
