import { z } from "zod";
import { ASPECT_RATIOS } from "@/lib/domain/prompt/recipe";
import { SKETCH_EDIT_CAPABILITIES } from "../capabilities";
import type { Painter } from "../piece";
import { EDIT_OPERATIONS, editPicture } from "./edit-picture";
import { EditRefusal } from "./refusal";

const EditSettings = z.object({
  operation: z.enum(EDIT_OPERATIONS).default("words"),
  extendTo: z.enum(ASPECT_RATIOS).default("16:9"),
  /** Percent. */
  strength: z.number().min(0).max(100).default(100),
});

/** Makes one edited picture of a piece's request: the picture and the mask are among its references. */
export const editPiece: Painter = async (request, onProgress) => {
  const { operation, extendTo, strength } = EditSettings.parse(request.settings);
  const image = request.references.find((reference) => reference.role === "image");
  const mask = request.references.find((reference) => reference.role === "mask");
  if (image === undefined) throw new EditRefusal("An edit needs the picture to edit: add it as a reference with the role image.");
  const { png, width, height, report } = await editPicture(
    {
      text: request.text,
      negative: request.negative,
      seed: request.seed,
      operation,
      aspectRatio: extendTo,
      strength: strength / 100,
      maxSide: SKETCH_EDIT_CAPABILITIES.longSide[request.quality],
      image: image.bytes,
      scene: image.scene ?? null,
      mask: mask?.bytes ?? null,
      references: request.references.filter((reference) => reference !== image && reference !== mask),
    },
    onProgress,
  );
  return { bytes: png, mimeType: "image/png", width, height, durationMs: null, report };
};
