import { z } from "zod";

/** IPTC digital source types we write, by their code in the vocabulary at cv.iptc.org. */
export const DigitalSourceType = z.enum(["algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]);
export type DigitalSourceType = z.infer<typeof DigitalSourceType>;

const VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** The term's address, as XMP and C2PA carry it. */
export function digitalSourceUri(type: DigitalSourceType): string {
  return `${VOCABULARY}${type}`;
}
