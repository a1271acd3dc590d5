import type { Settings } from "@/lib/domain/engine/control";
import type { Quality } from "@/lib/domain/prompt/recipe";
import type { EngineReport } from "../engine";
import type { ReferenceBytes } from "./references/prepare";

/** One output to make: a picture, an edited picture or a video. Plain data, so that it can be handed to a thread. */
export interface PieceRequest {
  readonly modelId: string;
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
  readonly quality: Quality;
  /** Complete: every control of the model with its value. */
  readonly settings: Settings;
  /** Pixels by the aspect ratio and the long side of the quality; an edit goes by its picture instead. */
  readonly width: number;
  readonly height: number;
  /** References of weight above 0, with their bytes. */
  readonly references: readonly ReferenceBytes[];
}

/** What was made of it. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** Pixels, as they really are. */
  readonly width: number;
  readonly height: number;
  /** Length of a video in milliseconds; null for a picture. */
  readonly durationMs: number | null;
  readonly report: EngineReport;
}

/**
 * Makes one piece from its request alone: the same request gives the same bytes. `onProgress` hears how far it is, 0–1.
 * Throws `UnfitRequest` for a request it cannot work with; anything else it throws is its own fault.
 */
export type Painter = (request: PieceRequest, onProgress: (share: number) => void) => Promise<Piece>;
