import type { Camera } from "./camera";
import type { Size } from "./geometry";

/** Motion explains where a thing went and is over before it can be waited for. */
export const FLIGHT_MS = 140;

/** A move of the camera under way. Times are in milliseconds of the caller's clock. */
export type CameraFlight = { readonly from: Camera; readonly to: Camera; readonly startedAtMs: number; readonly durationMs: number };

/** Starts a flight; someone who prefers reduced motion arrives at once. */
export function startFlight(from: Camera, to: Camera, nowMs: number, prefersReducedMotion: boolean): CameraFlight {
  return { from, to, startedAtMs: nowMs, durationMs: prefersReducedMotion ? 0 : FLIGHT_MS };
}

/**
 * Where the camera is now. Zoom moves by ratio and the view's centre follows the same ease, so the destination neither
 * races nor drifts off screen on the way.
 */
export function flightAt(flight: CameraFlight, nowMs: number, viewport: Size): { readonly camera: Camera; readonly hasLanded: boolean } {
  const elapsed = nowMs - flight.startedAtMs;
  if (elapsed >= flight.durationMs) return { camera: flight.to, hasLanded: true };
  const eased = 1 - (1 - Math.max(0, elapsed) / flight.durationMs) ** 3;
  const { from, to } = flight;
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
  const half = { x: viewport.width / 2, y: viewport.height / 2 };
  // With the zoom on a geometric path, centres keep a steady course only when weighted by how far the zoom has come.
  const share = Math.abs(to.zoom - from.zoom) < 1e-9 ? eased : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom);
  const centreX = mix(from.x + half.x / from.zoom, to.x + half.x / to.zoom, share);
  const centreY = mix(from.y + half.y / from.zoom, to.y + half.y / to.zoom, share);
  return { camera: { x: centreX - half.x / zoom, y: centreY - half.y / zoom, zoom }, hasLanded: false };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
