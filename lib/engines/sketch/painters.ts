import type { JsonValue } from "../engine";
import { SKETCH_EDIT_MODEL_ID, SKETCH_MODEL_ID, SKETCH_REVISION } from "./capabilities";
import { editPiece } from "./edit/edit-piece";
import { SKETCH_MOTION_MODEL_ID } from "./motion/capabilities";
import { makeClip } from "./motion/make-clip";
import { paintPicture } from "./paint-picture";
import type { Painter } from "./piece";
import { UnfitRequest } from "./unfit-request";

const drawPicture: Painter = async (request, onProgress) => {
  const { png, parsed } = await paintPicture(request, onProgress);
  const references = request.references.map((reference) => reference.role);
  const scene: JsonValue = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION, references }));
  const { width, height } = request;
  const report = { understood: parsed.understood, ignored: parsed.ignored, scene };
  return { bytes: png, mimeType: "image/png", width, height, durationMs: null, report };
};

/** Who makes the pieces of each model. Loaded by painting threads only. */
const PAINTERS: ReadonlyMap<string, Painter> = new Map([
  [SKETCH_MODEL_ID, drawPicture],
  [SKETCH_EDIT_MODEL_ID, editPiece],
  [SKETCH_MOTION_MODEL_ID, makeClip],
]);

export const paintPiece: Painter = async (request, onProgress) => {
  const painter = PAINTERS.get(request.modelId);
  if (painter === undefined) throw new UnfitRequest(`Sketch has no model ${request.modelId}.`);
  return painter(request, onProgress);
};
