import type { CellPoint } from "@/lib/domain/compare/view-port";
import type { LookDesk } from "./look-desk";

/** One step of the keys and buttons that zoom. */
export const CLOSER = 1.5;
export const CENTRE: CellPoint = { x: 0, y: 0 };

/** Zooms about the middle of the picture that keys act on; nothing before it is measured. */
export function zoomHand(look: LookDesk, factor: number): void {
  const { hand, onLook } = look.getState();
  if (hand) onLook({ kind: "zoom", factor, at: CENTRE, on: hand });
}

/** Its pixels as large as the screen's, or the whole picture again. */
export function toggleActual(look: LookDesk): void {
  const { hand, onLook } = look.getState();
  if (hand) onLook({ kind: "toggle-actual", at: CENTRE, on: hand, devicePixelRatio: window.devicePixelRatio });
}
