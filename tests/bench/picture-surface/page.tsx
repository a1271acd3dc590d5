import { StrictMode, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Camera, SurfaceHandle, SurfaceScene, SurfaceSelect, SurfaceTarget } from "@/components/picture-surface";
import { PictureSurface, targetId } from "@/components/picture-surface";
import type { FrameReport } from "./frame-meter";
import { measureFrames } from "./frame-meter";
import type { PoolPicture } from "./scene";
import { makeScene } from "./scene";

/** What the driver asks of the page. Times in milliseconds. */
export type BenchPage = {
  mount(options: MountOptions): Promise<{ firstPaintMs: number; fullPaintMs: number }>;
  /** The same frames with nothing drawn: the machine's own unrest. */
  idle(durationMs: number): Promise<FrameReport>;
  pan(durationMs: number): Promise<FrameReport>;
  /** From 100 % to everything and back. */
  zoom(durationMs: number): Promise<FrameReport>;
  replaceOne(): number;
  fit(): void;
  moveTo(camera: Camera): void;
  settled(): Promise<void>;
  heard(): readonly string[];
};

export type MountOptions = { nodes: number; showsStates: boolean; initial: "fit" | "start"; hasMinimap: boolean };

declare global {
  interface Window {
    surfaceBench: BenchPage;
    pool: readonly PoolPicture[];
  }
}

/** Quiet frames after which nothing more is coming. */
const QUIET_FRAMES = 12;
const heard: string[] = [];
let handle: SurfaceHandle | null = null;
let setScene: ((change: (scene: SurfaceScene) => SurfaceScene) => void) | null = null;
let sceneNow: SurfaceScene = { items: [], edges: [] };

function Bench(props: { readonly scene: SurfaceScene; readonly options: MountOptions }) {
  const [scene, replaceScene] = useState(props.scene);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  setScene = (change) => {
    sceneNow = change(sceneNow);
    replaceScene(sceneNow);
  };
  const note = (kind: string, target: SurfaceTarget | null) => heard.push(`${kind} ${target ? targetId(target) : "nothing"}`);
  const select = ({ targets, mode }: SurfaceSelect) => {
    note(`select-${mode}`, targets[0] ?? null);
    const ids = targets.map(targetId);
    setSelection((before) => new Set(mode === "replace" ? ids : [...before, ...ids]));
  };
  return (
    <PictureSurface
      ref={(mounted) => {
        handle = mounted;
      }}
      scene={scene}
      label="Bench"
      selection={selection}
      opening={props.options.initial === "fit" ? { kind: "everything" } : { kind: "exactly", camera: { x: -40, y: -40, zoom: 1 } }}
      onSelect={select}
      onActivate={(target) => note("activate", target)}
      onContextMenu={(target) => note("menu", target)}
      onKey={(event, target) => note(`key-${event.key}`, target)}
      minimapIn={props.options.hasMinimap ? document.getElementById("map") : null}
    />
  );
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function settled(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_FRAMES; quiet += 1) {
    await nextFrame();
    if (handle === null || handle.pendingPictures() > 0) quiet = -1;
  }
}

function stage(): HTMLElement {
  const canvas = document.querySelector<HTMLElement>("canvas");
  if (!canvas) throw new Error("the surface is not mounted");
  return canvas;
}

function wheel(init: WheelEventInit): void {
  stage().dispatchEvent(
    new WheelEvent("wheel", { clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true, ...init }),
  );
}

window.surfaceBench = {
  async mount(options) {
    sceneNow = makeScene(options.nodes, window.pool, options.showsStates);
    const element = document.getElementById("root");
    if (!element) throw new Error("no root");
    await nextFrame();
    const startedAt = performance.now();
    createRoot(element).render(
      <StrictMode>
        <Bench scene={sceneNow} options={options} />
      </StrictMode>,
    );
    while (handle === null) await nextFrame();
    await nextFrame();
    const firstPaintMs = performance.now() - startedAt;
    let lastBusyAt = performance.now();
    for (let quiet = 0; quiet < QUIET_FRAMES; quiet += 1) {
      await nextFrame();
      if (handle.pendingPictures() === 0) continue;
      quiet = -1;
      lastBusyAt = performance.now();
    }
    return { firstPaintMs, fullPaintMs: lastBusyAt - startedAt };
  },
  idle: (durationMs) => measureFrames(durationMs, () => undefined),
  pan: (durationMs) => measureFrames(durationMs, (share) => wheel({ deltaX: share < 0.5 ? 22 : -22, deltaY: 9 })),
  zoom(durationMs) {
    const from = handle?.camera().zoom ?? 1;
    const bounds = sceneNow.items.reduce((most, item) => Math.max(most, item.x + item.w), 1);
    const depth = Math.log(from / (innerWidth / bounds));
    // One frame's share of the way there and back, in wheel pixels (see ZOOM_PER_PX).
    const step = (depth / 0.0023 / durationMs) * 2 * (1000 / 60);
    return measureFrames(durationMs, (share) => wheel({ deltaY: share < 0.5 ? step : -step, ctrlKey: true }));
  },
  replaceOne() {
    const startedAt = performance.now();
    flushSync(() =>
      setScene?.((scene) => {
        const [first, ...rest] = scene.items;
        return first ? { ...scene, items: [{ ...first, header: [{ text: "Changed" }] }, ...rest] } : scene;
      }),
    );
    return performance.now() - startedAt;
  },
  fit: () => handle?.fit(),
  moveTo: (camera) => handle?.moveTo(camera),
  settled,
  heard: () => heard,
};
