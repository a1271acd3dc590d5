import type { CSSProperties, FocusEvent, KeyboardEvent, Ref } from "react";
import type { Rect } from "./geometry";
import type { TreePlace } from "./lineage";
import type { SurfaceItem, SurfacePicture, SurfaceTarget } from "./scene";
import { isSameTarget } from "./scene";
import type { SurfaceView } from "./surface-view";

/** Invisible, but there for assistive technology, which also reads where things are. */
const treeStyle: CSSProperties = { position: "absolute", inset: 0, overflow: "clip", opacity: 0, pointerEvents: "none" };

/** The name of the attribute that ties a mirrored element to its target. */
const TARGET = "data-surface-target";

/** The element that mirrors a target, if the mirror holds it. */
export function mirroredElement(tree: HTMLElement, target: SurfaceTarget): HTMLElement | null {
  return tree.querySelector<HTMLElement>(`[${TARGET}="${CSS.escape(target.pictureId ?? target.itemId)}"]`);
}

/** The surface as a tree of items and their pictures, for the keyboard and for screen readers. */
export function Mirror(props: {
  readonly ref: Ref<HTMLDivElement>;
  readonly view: SurfaceView;
  readonly label: string;
  readonly items: readonly SurfaceItem[];
  readonly focus: SurfaceTarget | null;
  readonly selection: ReadonlySet<string>;
  /** `isRinged` as the browser decides it for its own focus rings: after keys, not after clicks. */
  readonly onTargetFocus: (target: SurfaceTarget, isRinged: boolean) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
}) {
  const { view, items, selection } = props;
  const roving = rovingTarget(items, props.focus);
  return (
    <div
      ref={props.ref}
      role="tree"
      aria-label={props.label}
      aria-multiselectable
      style={treeStyle}
      onBlur={props.onBlur}
      onKeyDown={props.onKeyDown}
      onKeyUp={props.onKeyUp}
    >
      {items.map((item) => {
        const target = { itemId: item.id, pictureId: null };
        const stands = view.index.treePlace(item.id);
        return (
          <div
            key={item.id}
            role="treeitem"
            aria-level={stands?.level}
            aria-setsize={stands?.setSize}
            aria-posinset={stands?.position}
            aria-expanded={item.folding === undefined ? undefined : item.folding === "open"}
            aria-selected={selection.has(item.id)}
            aria-label={item.label}
            tabIndex={isSameTarget(roving, target) ? 0 : -1}
            style={placed(view.screenRect(target))}
            onFocus={(event) => {
              if (event.target === event.currentTarget) props.onTargetFocus(target, isRinged(event));
            }}
            {...{ [TARGET]: item.id }}
          >
            <MirroredPictures {...props} item={item} roving={roving} stands={stands} />
          </div>
        );
      })}
    </div>
  );
}

function MirroredPictures(props: {
  readonly view: SurfaceView;
  readonly item: SurfaceItem;
  readonly roving: SurfaceTarget | null;
  readonly stands: TreePlace | undefined;
  readonly selection: ReadonlySet<string>;
  readonly onTargetFocus: (target: SurfaceTarget, isRinged: boolean) => void;
}) {
  const { item, roving, selection, stands } = props;
  if (item.pictures.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group inside a tree item is a role, not a set of form fields
    <div role="group">
      {item.pictures.map((picture, position) => {
        const target = { itemId: item.id, pictureId: picture.id };
        return (
          <div
            key={picture.id}
            role="treeitem"
            aria-level={(stands?.level ?? 1) + 1}
            aria-setsize={item.pictures.length + (stands?.childIds.length ?? 0)}
            aria-posinset={position + 1}
            aria-selected={selection.has(picture.id)}
            aria-label={spoken(picture)}
            tabIndex={isSameTarget(roving, target) ? 0 : -1}
            style={placed(inItem(props.view, item, picture))}
            onFocus={(event) => props.onTargetFocus(target, isRinged(event))}
            {...{ [TARGET]: picture.id }}
          />
        );
      })}
    </div>
  );
}

function isRinged(event: FocusEvent): boolean {
  return event.target.matches(":focus-visible");
}

/** The one element Tab stops at: what has focus, or the first picture near. */
function rovingTarget(items: readonly SurfaceItem[], focus: SurfaceTarget | null): SurfaceTarget | null {
  const item = focus && items.find((candidate) => candidate.id === focus.itemId);
  if (item) {
    const isThere = item.pictures.some((picture) => picture.id === focus.pictureId);
    return { itemId: item.id, pictureId: isThere ? focus.pictureId : null };
  }
  const first = items[0];
  return first ? { itemId: first.id, pictureId: first.pictures[0]?.id ?? null } : null;
}

function spoken(picture: SurfacePicture): string {
  const state = picture.state === "pending" ? picture.progress?.text : picture.state === "failed" ? picture.note : undefined;
  return state === undefined ? picture.label : `${picture.label}, ${state}`;
}

function inItem(view: SurfaceView, item: SurfaceItem, picture: SurfacePicture): Rect | undefined {
  const outer = view.screenRect({ itemId: item.id, pictureId: null });
  const inner = view.screenRect({ itemId: item.id, pictureId: picture.id });
  return outer && inner && { x: inner.x - outer.x, y: inner.y - outer.y, w: inner.w, h: inner.h };
}

function placed(rect: Rect | undefined): CSSProperties {
  return rect ? { position: "absolute", left: rect.x, top: rect.y, width: rect.w, height: rect.h } : {};
}
