import type { Piece, PieceRequest } from "../piece";

/** To a thread: one piece to make. */
export interface PaintTask {
  readonly taskId: number;
  readonly request: PieceRequest;
}

/** From a thread. `share` is how far this piece is, 0–1. */
export type ThreadMessage =
  | { readonly kind: "progress"; readonly taskId: number; readonly share: number }
  | { readonly kind: "painted"; readonly taskId: number; readonly piece: Piece }
  | { readonly kind: "failed"; readonly taskId: number; readonly reason: string; readonly isInputFault: boolean };
