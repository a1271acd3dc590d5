import { z } from "zod";
import type { ReferenceRole } from "../prompt/recipe";

/** IPTC digital source types we write, by their code in the vocabulary at cv.iptc.org. */
export const DigitalSourceType = z.enum(["algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]);
export type DigitalSourceType = z.infer<typeof DigitalSourceType>;

const VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** The term's address, as XMP and C2PA carry it. */
export function digitalSourceUri(type: DigitalSourceType): string {
  return `${VOCABULARY}${type}`;
}

/** Roles whose pixels may be seen in the result; the others only guide it. */
const ROLES_WITH_PIXELS: ReadonlySet<ReferenceRole> = new Set(["image", "mask", "product", "start-frame", "end-frame"]);

/** What a result is: the engine's own type; a trained engine that works on somebody's picture makes a composite. */
export function digitalSourceOf(engineMakes: DigitalSourceType, roles: readonly ReferenceRole[]): DigitalSourceType {
  const showsInput = roles.some((role) => ROLES_WITH_PIXELS.has(role));
  return engineMakes === "trainedAlgorithmicMedia" && showsInput ? "compositeWithTrainedAlgorithmicMedia" : engineMakes;
}
