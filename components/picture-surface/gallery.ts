/** The gallery: as many pictures as there are files, in rows, on the canvas of the picture surface. A door of its own, so that a board does without. */

export type { RowRange } from "./gallery-layout";
export type { GalleryCell, GalleryGlimpse } from "./gallery-scene";
export type { GalleryHandle, GalleryMode, GallerySource } from "./gallery-surface";
export { GallerySurface } from "./gallery-surface";
