import { z } from "zod";
import type { ImageType } from "./file-type";
import type { RenditionName } from "./limits";

/** What a file says about itself. Claims, not proof: anybody can write or strip them. */
export const Provenance = z.object({
  /** IPTC digital source type found in XMP, its last word, e.g. `trainedAlgorithmicMedia`. */
  digitalSourceType: z.string().nullable().default(null),
  /** Whether a C2PA manifest (Content Credentials) is embedded. Not verified here. */
  hasC2pa: z.boolean().default(false),
  /** The program that wrote the file, by its own account. */
  software: z.string().nullable().default(null),
  /** Frames in the file; of an animated one, everything but the original shows the first. */
  frames: z.int().min(1).default(1),
});
export type Provenance = z.infer<typeof Provenance>;

/** A picture as measured, not as declared. */
export interface ImageFacts {
  readonly mimeType: ImageType;
  /** Pixels, as shown: a turned photograph counts as turned. */
  readonly width: number;
  readonly height: number;
  readonly provenance: Provenance;
}

/** A smaller picture made from an image, 8-bit sRGB WebP whatever the original was. */
export interface PreparedRendition {
  readonly name: RenditionName;
  readonly mimeType: "image/webp";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** An image that has been looked at and found good, with everything derived from it; nothing of it is stored yet. */
export interface PreparedImage {
  readonly facts: ImageFacts;
  readonly renditions: readonly PreparedRendition[];
  /** Base64 ThumbHash, about 25 bytes: what is shown before the picture. */
  readonly thumbHash: string;
}
