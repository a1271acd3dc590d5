import type { EngineReport } from "../../engine";
import type { PictureRequest } from "../paint-picture";

/** To a thread: one picture to paint. */
export interface PaintTask {
  readonly taskId: number;
  readonly request: PictureRequest;
}

/** From a thread. `share` is how far this picture is, 0–1. */
export type ThreadMessage =
  | { readonly kind: "progress"; readonly taskId: number; readonly share: number }
  | { readonly kind: "painted"; readonly taskId: number; readonly png: Uint8Array; readonly report: EngineReport }
  | { readonly kind: "failed"; readonly taskId: number; readonly reason: string; readonly isInputFault: boolean };
