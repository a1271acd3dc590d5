import type { RefObject } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PictureBundle } from "./bundle-decoder";
import type { Camera } from "./camera";
import type { Opening } from "./opening";
import type { SurfaceScene } from "./scene";
import type { FrameListeners } from "./subscription";
import { SurfaceView } from "./surface-view";

const EVERYTHING: Opening = { kind: "everything" };

/**
 * The canvas's view for as long as it is mounted, fed with the scene and the selection; null before the first layout.
 * `settles` hear when view and scene have come to rest, `onCamera` when the camera came to rest somewhere else.
 */
export function useSurfaceView(
  at: { readonly surface: RefObject<HTMLElement | null>; readonly canvas: RefObject<HTMLCanvasElement | null> },
  shown: {
    readonly scene: SurfaceScene;
    readonly selection: ReadonlySet<string>;
    readonly opening: Opening | undefined;
    readonly bundle: PictureBundle | undefined;
  },
  heard: {
    readonly frames: FrameListeners;
    readonly settles: FrameListeners;
    readonly onCamera: ((camera: Camera) => void) | undefined;
    readonly onPainted: (() => void) | undefined;
  },
): SurfaceView | null {
  const { surface, canvas } = at;
  const { scene, selection } = shown;
  const { frames, settles, onCamera, onPainted } = heard;
  const [view, setView] = useState<SurfaceView | null>(null);
  const opening = useRef(shown.opening ?? EVERYTHING);
  const bundle = useRef(shown.bundle);
  // Listeners live as long as the view; what they call is always the latest.
  const latest = useRef({ onCamera, onPainted });
  useLayoutEffect(() => {
    latest.current = { onCamera, onPainted };
  });

  useLayoutEffect(() => {
    const element = surface.current;
    if (!canvas.current || !element) return;
    let reported: Camera | null = null;
    const created = new SurfaceView(
      canvas.current,
      {
        onFrame: () => frames.notify(),
        onPainted: () => latest.current.onPainted?.(),
        onSettle: () => {
          settles.notify();
          if (created.camera !== reported) latest.current.onCamera?.(created.camera);
          reported = created.camera;
        },
      },
      opening.current,
      bundle.current,
    );
    const fitToElement = () => created.resize({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio);
    const observer = new ResizeObserver(fitToElement);
    observer.observe(element);
    fitToElement();
    setView(created);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, [surface, canvas, frames, settles]);

  useLayoutEffect(() => view?.setScene(scene), [view, scene]);
  useEffect(() => view?.setSelection(selection), [view, selection]);
  return view;
}
