import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { isInView } from "./in-view";
import type { SurfaceItem } from "./scene";
import type { FrameSubscription } from "./subscription";
import type { SurfaceView } from "./surface-view";

/** Content may stand out of its item a little. CSS pixels. */
const MARGIN = 40;

/** Real DOM laid over an item. It follows the camera without rendering again; its content decides what takes clicks. */
export function Overlay(props: {
  readonly view: SurfaceView;
  readonly item: SurfaceItem;
  readonly onFrame: FrameSubscription;
  readonly render: (item: SurfaceItem) => ReactNode;
}) {
  const { view, item, onFrame, render } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => {
      const rect = view.screenRect({ itemId: item.id, pictureId: null });
      if (!box.current) return;
      // What is out of view costs nothing: it is not even laid out again.
      const isSeen = rect !== undefined && isInView(rect, view.control.viewport, MARGIN);
      box.current.style.display = isSeen ? "block" : "none";
      if (!isSeen) return;
      box.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
      box.current.style.width = `${rect.w}px`;
      box.current.style.height = `${rect.h}px`;
    };
    follow();
    return onFrame(follow);
  }, [view, item.id, onFrame]);
  // Nowhere until the next frame: a new item has its place by then.
  return (
    <div ref={box} style={{ position: "absolute", left: 0, top: 0, display: "none", pointerEvents: "none" }}>
      {render(item)}
    </div>
  );
}
