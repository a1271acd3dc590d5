import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { Rect } from "./geometry";
import type { SurfaceItem } from "./scene";
import type { FrameSubscription } from "./subscription";
import type { SurfaceView } from "./surface-view";

/** Real DOM laid over an item. It follows the camera without rendering again; its content decides what takes clicks. */
export function Overlay(props: {
  readonly view: SurfaceView;
  readonly item: SurfaceItem;
  readonly onFrame: FrameSubscription;
  readonly render: (item: SurfaceItem, screenRect: Rect) => ReactNode;
}) {
  const { view, item, onFrame, render } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => {
      const rect = view.screenRect({ itemId: item.id, pictureId: null });
      if (!box.current || !rect) return;
      box.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
      box.current.style.width = `${rect.w}px`;
      box.current.style.height = `${rect.h}px`;
    };
    follow();
    return onFrame(follow);
  }, [view, item.id, onFrame]);
  const rect = view.screenRect({ itemId: item.id, pictureId: null });
  if (!rect) return null;
  return (
    <div ref={box} style={{ position: "absolute", left: 0, top: 0, pointerEvents: "none" }}>
      {render(item, rect)}
    </div>
  );
}
