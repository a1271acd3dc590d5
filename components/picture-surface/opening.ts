import type { Camera } from "./camera";
import type { CameraControl } from "./camera-control";
import { centreOf } from "./geometry";
import type { SceneIndex } from "./scene-index";

/**
 * Where a surface opens: with everything in view; exactly as it was left; at a place one once was, close enough to read;
 * or at an item, close enough to read. What can be read whole is shown whole.
 */
export type Opening =
  | { readonly kind: "everything" }
  | { readonly kind: "exactly"; readonly camera: Camera }
  | { readonly kind: "readable"; readonly camera: Camera }
  | { readonly kind: "item"; readonly itemId: string };

/** The zoom at which 13-unit text is 11 CSS pixels: the least one reads without leaning forward. */
export const READABLE_ZOOM = 0.85;

/** The first camera of a surface; null while there is nothing to look at, or nowhere to show it. */
export function openingCamera(opening: Opening, index: SceneIndex, control: CameraControl): Camera | null {
  const { bounds } = index;
  if (bounds === null || control.viewport.width === 0) return null;
  const everything = control.fitted(bounds);
  switch (opening.kind) {
    case "everything":
      return everything;
    case "exactly":
      return opening.camera;
    case "readable": {
      const { camera } = opening;
      return camera.zoom >= READABLE_ZOOM ? camera : control.zoomedAboutCentre(camera, READABLE_ZOOM);
    }
    case "item": {
      const item = index.item(opening.itemId);
      if (!item || everything.zoom >= READABLE_ZOOM) return everything;
      const { width, height } = control.viewport;
      const centre = centreOf(item);
      const centred = { x: centre.x - width / READABLE_ZOOM / 2, y: centre.y - height / READABLE_ZOOM / 2, zoom: READABLE_ZOOM };
      return control.filled(centred, bounds);
    }
    default:
      return opening satisfies never;
  }
}
