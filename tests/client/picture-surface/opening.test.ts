import { describe, expect, test } from "vitest";
import { visibleWorld } from "@/components/picture-surface/camera";
import { CameraControl } from "@/components/picture-surface/camera-control";
import { containsRect } from "@/components/picture-surface/geometry";
import { type Opening, openingCamera, READABLE_ZOOM } from "@/components/picture-surface/opening";
import { SceneIndex } from "@/components/picture-surface/scene-index";
import { sheet } from "./support";

const VIEW = { width: 1_000, height: 600 };

function opened(opening: Opening, roots: number) {
  const index = new SceneIndex();
  index.update({ items: Array.from({ length: roots }, (_, nth) => sheet(`i${nth}`, 0, nth * 200)), edges: [] });
  const control = new CameraControl(() => true);
  control.setViewport(VIEW);
  control.setBounds(index.bounds);
  const camera = openingCamera(opening, index, control);
  if (!camera) throw new Error("nothing was opened");
  return { camera, seen: visibleWorld(camera, VIEW), index };
}

describe("a surface opens", () => {
  test("at an item, close enough to read, however much there is besides", () => {
    for (const at of [0, 20, 39]) {
      const { camera, seen, index } = opened({ kind: "item", itemId: `i${at}` }, 40);
      expect(camera.zoom).toBe(READABLE_ZOOM);
      const item = index.item(`i${at}`);
      expect(item && containsRect(seen, item)).toBe(true);
    }
  });

  test("with everything in view where everything can be read", () => {
    const { seen } = opened({ kind: "item", itemId: "i0" }, 2);
    expect(seen.y).toBeLessThan(0);
    expect(seen.y + seen.h).toBeGreaterThan(320);
  });

  test("exactly where it was left, even far away; on another day at the same place, close enough to read", () => {
    const left = { x: -200, y: 900, zoom: 0.2 };
    expect(opened({ kind: "exactly", camera: left }, 40).camera).toEqual(left);
    const { camera } = opened({ kind: "readable", camera: left }, 40);
    expect(camera.zoom).toBe(READABLE_ZOOM);
    expect(camera.y + VIEW.height / 2 / camera.zoom).toBeCloseTo(left.y + VIEW.height / 2 / left.zoom);
  });
});
