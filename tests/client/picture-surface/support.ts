import type { Rect, SurfaceEdge, SurfaceItem, SurfacePicture } from "@/components/picture-surface";

export function picture(id: string, rect: Rect, change: Partial<SurfacePicture> = {}): SurfacePicture {
  return { ...rect, id, label: id, state: "ready", sources: [], aspect: rect.w / rect.h, ...change };
}

export function item(id: string, rect: Rect, pictures: readonly SurfacePicture[] = []): SurfaceItem {
  return { ...rect, id, label: id, header: [], chips: [], pictures };
}

/** A card of 200 × 120 with a two by two sheet of 90 × 50 pictures named `<id>0` to `<id>3`. */
export function sheet(id: string, x: number, y: number): SurfaceItem {
  const cells = [0, 1, 2, 3].map((nth) => ({ x: 5 + (nth % 2) * 95, y: 5 + Math.floor(nth / 2) * 55, w: 90, h: 50 }));
  return item(
    id,
    { x, y, w: 200, h: 120 },
    cells.map((cell, nth) => picture(`${id}${nth}`, cell)),
  );
}

export function edge(from: string, to: string): SurfaceEdge {
  return { id: `${from}-${to}`, from, to };
}
