import type { VideoShape } from "@/lib/domain/asset/asset-view";
import type { Flag } from "@/lib/domain/selection/flags";

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

export interface ComparedVariant extends ComparedPicture {
  readonly flag: Flag;
  readonly rating: number;
}
