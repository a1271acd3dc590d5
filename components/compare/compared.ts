import type { VideoShape } from "@/lib/domain/asset/asset-view";
import type { Compared } from "@/lib/domain/compare/settings-difference";
import type { Colour, Flag } from "@/lib/domain/selection/flags";

/** A picture as compare needs it. Sizes in pixels of the original. */
export interface ComparedPicture {
  readonly id: string;
  readonly assetId: string;
  readonly width: number;
  readonly height: number;
  readonly thumbHash: string;
  readonly label: string;
  /** How it plays; null for a picture. */
  readonly video: VideoShape | null;
}

/** A picture with what was decided about it. */
export interface ComparedVariant extends ComparedPicture {
  /** Its place among several, from 1; absent where it stands alone. */
  readonly number?: number;
  readonly flag: Flag;
  readonly rating: number;
  readonly colour: Colour;
}

/** One of the pictures of a compare page. */
export interface ComparedFile extends ComparedVariant {
  /** What it was made with; null for a file no run made: nothing is picked or rated then. */
  readonly made: Compared | null;
}
