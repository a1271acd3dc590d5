/**
 * The picture surface: one canvas that draws thousands of pictures, whatever they mean. The owner lays out items (world
 * units, CSS pixels at zoom 1), says where pictures are stored and what is chosen, and hears what the person does.
 *
 *   <PictureSurface scene={{ items, edges }} label="Board" selection={ids} onSelect={…} onActivate={…} />
 *
 * - `scene` is compared by reference, item by item: change one item by replacing that object and the arrays around it.
 * - `layOutCard` places header, pictures and chips of a card as the surface draws them.
 * - Theme: the CSS variables listed at `readTheme`; without them neutral greys, dark or light by `data-theme` on <html>.
 * - Pictures are fetched with `fetch`: their address must be allowed by the page's `connect-src` and answer CORS.
 */

export type { Camera } from "./camera";
export { cardMetrics, layOutCard } from "./card-layout";
export type { Rect } from "./geometry";
export type { SurfaceMark } from "./marks";
export type { Opening } from "./opening";
export { PictureSurface } from "./picture-surface";
export type { SurfaceEdge, SurfaceItem, SurfacePicture, SurfaceRegion, SurfaceScene, SurfaceTarget, SurfaceText } from "./scene";
export { targetId } from "./scene";
export type { SurfaceHandle, SurfaceSelect } from "./surface-props";
