import type { SESSION_TYPE } from "../live/record";
import type { VideoType } from "./file-type";
import type { ImageFacts, PreparedImage, PreparedRendition, Provenance } from "./image";
import type { RenditionName } from "./limits";

/** A video as measured by reading it, not as declared. */
export interface VideoFacts {
  readonly mimeType: VideoType;
  /** Pixels, as shown: a clip filmed upright counts as upright. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  /** `frames` holds how many there are; with the length it gives the rate that stepping goes by. */
  readonly provenance: Provenance;
}

/** The record of a live session. Its pixels are those of the cover it is seen by. */
export interface SessionFacts {
  readonly mimeType: typeof SESSION_TYPE;
  readonly width: number;
  readonly height: number;
  readonly provenance: Provenance;
}

/** A video that has been looked at and found good, with its poster and filmstrip; nothing of it is stored yet. */
export interface PreparedVideo {
  readonly facts: VideoFacts;
  readonly renditions: readonly PreparedRendition[];
  /** Base64 ThumbHash of the poster. */
  readonly thumbHash: string;
}

export type PreparedFile = PreparedImage | PreparedVideo;

/** Where a stored file and its renditions lie: what an asset is made of. */
export interface StoredFile {
  readonly sha256: string;
  /** Bytes. */
  readonly byteSize: number;
  readonly facts: ImageFacts | VideoFacts | SessionFacts;
  readonly thumbHash: string;
  readonly renditions: readonly {
    readonly name: RenditionName;
    readonly mimeType: string;
    readonly width: number;
    readonly height: number;
    readonly sha256: string;
    readonly byteSize: number;
  }[];
}
