import { type ReactNode, useEffect, useRef } from "react";
import { rectToScreen } from "./camera";
import type { Rect } from "./geometry";
import { isInView } from "./in-view";
import type { SurfaceTarget } from "./scene";
import type { FrameSubscription } from "./subscription";
import type { SurfaceView } from "./surface-view";

/** Real DOM at a place of the world: a frame around items, somebody's pointer. It follows the camera without rendering again. */
export type SurfaceMark = {
  readonly id: string;
  /** In world units; or where a target is, for as long as it is there. The content may read the camera's zoom from `--zoom`. */
  readonly at: Rect | SurfaceTarget;
  readonly content: ReactNode;
};

export function Marks(props: { readonly view: SurfaceView; readonly marks: readonly SurfaceMark[]; readonly onFrame: FrameSubscription }) {
  return props.marks.map((mark) => <Mark key={mark.id} view={props.view} at={mark.at} content={mark.content} onFrame={props.onFrame} />);
}

/** Content may stand out of its place: the name of a pointer does. */
const MARGIN = 160;

function Mark({ view, at, content, onFrame }: Omit<SurfaceMark, "id"> & { view: SurfaceView; onFrame: FrameSubscription }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => {
      if (!box.current) return;
      const rect = "itemId" in at ? view.screenRect(at) : rectToScreen(view.camera, at);
      // What is out of view costs nothing, and takes no keyboard.
      const isSeen = rect !== undefined && isInView(rect, view.control.viewport, MARGIN);
      box.current.style.visibility = isSeen ? "visible" : "hidden";
      if (!rect || !isSeen) return;
      box.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
      box.current.style.width = `${rect.w}px`;
      box.current.style.height = `${rect.h}px`;
      box.current.style.setProperty("--zoom", String(view.camera.zoom));
    };
    follow();
    return onFrame(follow);
  }, [view, at, onFrame]);
  return (
    <div ref={box} style={{ position: "absolute", left: 0, top: 0, pointerEvents: "none" }}>
      {content}
    </div>
  );
}
