import type { KeyboardEvent, ReactNode, Ref } from "react";
import type { PictureBundle } from "./bundle-decoder";
import type { Camera } from "./camera";
import type { Point, Rect } from "./geometry";
import type { SelectMode } from "./gestures";
import type { SurfaceMark } from "./marks";
import type { Opening } from "./opening";
import type { SurfaceItem, SurfaceScene, SurfaceTarget } from "./scene";

/** A choice the person made. With mode `replace` and no targets: nothing is chosen any more. */
export type SurfaceSelect = {
  readonly targets: readonly SurfaceTarget[];
  readonly mode: SelectMode;
  readonly by: "pointer" | "marquee" | "keyboard";
};

/** What the owner may ask of a mounted surface. */
export type SurfaceHandle = {
  /** Shows everything, or these items, no closer than 100 %. */
  fit(itemIds?: readonly string[]): void;
  /** As `fit` of everything, at once: for a scene that is another one now. */
  showAll(): void;
  /** Moves no more than it takes to see the target. */
  reveal(target: SurfaceTarget): void;
  /** Zooms about the centre of the view. */
  zoomBy(factor: number): void;
  moveTo(camera: Camera): void;
  camera(): Camera;
  /** Shows this part of the world, as large as it fits. */
  showWorld(world: Rect): void;
  /** The part of the world in view. */
  visibleWorld(): Rect;
  /** Puts the keyboard on the surface, at its current place. */
  focus(): void;
  /** Whether the keyboard is on the surface. */
  hasFocus(): boolean;
  /** CSS pixels from the surface's top left; undefined for what is not in the scene. */
  screenRect(target: SurfaceTarget): Rect | undefined;
  /** Pictures of the current view that are still loading. */
  pendingPictures(): number;
};

export type PictureSurfaceProps = {
  readonly ref?: Ref<SurfaceHandle> | undefined;
  readonly scene: SurfaceScene;
  /** What a screen reader calls the surface. */
  readonly label: string;
  /** Ids of chosen items and pictures. */
  readonly selection?: ReadonlySet<string> | undefined;
  /** The keyboard's place. Give it to move the place (after a decision the next picture comes by itself), or leave it out. */
  readonly focus?: SurfaceTarget | null | undefined;
  /** Where to start, once; everything in view unless said otherwise. */
  readonly opening?: Opening | undefined;
  /** How pictures can be fetched many at once; the same for as long as the surface is mounted. */
  readonly bundle?: PictureBundle | undefined;
  /** After the camera came to rest: remember it. */
  readonly onCamera?: ((camera: Camera) => void) | undefined;
  /** Whenever every picture in view is on the screen, after some were not. */
  readonly onPainted?: (() => void) | undefined;
  readonly onSelect?: ((select: SurfaceSelect) => void) | undefined;
  readonly onFocus?: ((target: SurfaceTarget) => void) | undefined;
  /** Double click or Enter. */
  readonly onActivate?: ((target: SurfaceTarget) => void) | undefined;
  /** Left on an open item, right on a folded one; see `SurfaceItem.folding`. */
  readonly onFold?: ((itemId: string, isFolded: boolean) => void) | undefined;
  /** Right click, or the menu key; `at` is in CSS pixels of the window. */
  readonly onContextMenu?: ((target: SurfaceTarget | null, at: Point) => void) | undefined;
  /**
   * Every key before the surface handles it; `preventDefault` keeps the surface from doing so. Space comes when it is
   * released, and only if it was not held to drag the view.
   */
  readonly onKey?: ((event: KeyboardEvent, target: SurfaceTarget | null) => void) | undefined;
  /** Real DOM over the focused item and those of `overlayItemIds`; set `pointerEvents: "auto"` on what takes clicks. */
  readonly renderOverlay?: ((item: SurfaceItem) => ReactNode) | undefined;
  readonly overlayItemIds?: readonly string[] | undefined;
  /** Real DOM that lies on the world itself and moves with it. Compared by reference. */
  readonly marks?: readonly SurfaceMark[] | undefined;
  /** Where the pointer is, in world units; null when it left. */
  readonly onPoint?: ((world: Point | null) => void) | undefined;
  /** The primary button drags the view instead of choosing. */
  readonly isHand?: boolean | undefined;
  /** An element of the owner's that the map of everything is drawn into; it covers nothing there. */
  readonly minimapIn?: HTMLElement | null | undefined;
};
