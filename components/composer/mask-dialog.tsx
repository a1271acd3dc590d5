"use client";
import { Brush, Eraser, Redo2, SquareDashed, Trash2, Undo2 } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Keys } from "@/components/ui/kbd";
import { Slider } from "@/components/ui/slider";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { keyPressOf } from "@/lib/client/keyboard/key-press";
import { useChord, useKeyboard } from "@/lib/client/keyboard/keyboard-provider";
import type { ActionId } from "@/lib/client/keyboard/table";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import {
  brushSize,
  FIRST_SIZE,
  LARGEST_SIZE,
  type MaskPoint,
  type MaskStroke,
  marksNothing,
  paintedOn,
  stepBack,
  stepForth,
  UNPAINTED,
} from "@/lib/domain/asset/mask";
import { feathers, maskFile, paintMask } from "./paint-mask";
import { PictureDialog } from "./picture-dialog";
import { pointOf, useStage } from "./picture-stage";

export interface MaskDialogProps {
  readonly picture: AssetView;
  readonly onClose: () => void;
  /** The finished mask, as large as the picture. */
  readonly onMask: (mask: File) => void;
  /** Where the keyboard is afterwards. */
  readonly returnTo: RefObject<HTMLElement | null>;
}

/** At most, as a part of the picture's longer side. */
const MAX_FEATHER = 0.05;
/** What no picture has much of. */
const WASH = "#ff2bd6";

/** Paints over the part of a picture that may change, with the pointer or with the keys alone. */
export function MaskDialog({ picture, onClose, onMask, returnTo }: MaskDialogProps) {
  const { dispatcher } = useKeyboard();
  const stage = useStage(picture);
  const hintId = useId();
  const sheet = useRef<HTMLCanvasElement>(null);
  const [painting, setPainting] = useState(UNPAINTED);
  const [tool, setTool] = useState<MaskStroke["tool"]>("brush");
  const [step, setStep] = useState(FIRST_SIZE);
  const [feather, setFeather] = useState(0);
  const [live, setLive] = useState<MaskStroke | null>(null);
  /** Where the keys paint, and whether they are: the pen is down. */
  const [hand, setHand] = useState<MaskPoint>({ x: picture.width / 2, y: picture.height / 2 });
  const [isDown, setDown] = useState(false);
  const size = brushSize(step, picture);
  const canFeather = feathersHere();

  useEffect(() => {
    const canvas = sheet.current;
    if (!canvas) return;
    const scale = stage.scale * window.devicePixelRatio;
    Object.assign(canvas, { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    paintMask(canvas, painting, live, { scale, colour: WASH });
  }, [painting, live, picture, stage.scale]);

  const finish = (stroke: MaskStroke) => {
    setPainting((before) => paintedOn(before, { kind: "stroke", stroke }));
    setLive(null);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDown(false);
    setLive({ tool, size, points: [pointOf(event, stage.scale)] });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const point = pointOf(event, stage.scale);
    setHand(point);
    if (live && event.currentTarget.hasPointerCapture(event.pointerId)) setLive({ ...live, points: [...live.points, point] });
  };
  const onPointerUp = () => {
    if (live && !isDown) finish(live);
  };

  /** The pen goes down or up; what it drew meanwhile is one stroke. */
  const pen = () => {
    setDown(!isDown);
    if (isDown && live) finish(live);
    else setLive({ tool, size, points: [hand] });
  };
  const go = (x: number, y: number) => () => {
    const reach = Math.max(1, size / 2);
    const to = {
      x: Math.min(picture.width, Math.max(0, hand.x + x * reach)),
      y: Math.min(picture.height, Math.max(0, hand.y + y * reach)),
    };
    setHand(to);
    if (isDown && live) setLive({ ...live, points: [...live.points, to] });
  };
  const undo = () => {
    if (live) {
      setLive(null);
      setDown(false);
    } else setPainting(stepBack);
  };
  const redo = () => setPainting(stepForth);
  const invert = () => setPainting((before) => paintedOn(before, { kind: "invert" }));
  useKeys("studio", { undo, redo }, { inOverlay: true });
  useKeys(
    "mask",
    {
      "mask-brush": () => setTool("brush"),
      "mask-eraser": () => setTool("eraser"),
      "mask-smaller": () => setStep(Math.max(0, step - 1)),
      "mask-larger": () => setStep(Math.min(LARGEST_SIZE, step + 1)),
      "mask-invert": invert,
      "mask-pen": pen,
      "mask-left": go(-1, 0),
      "mask-right": go(1, 0),
      "mask-up": go(0, -1),
      "mask-down": go(0, 1),
    },
    { inOverlay: true },
  );
  /** A dialog keeps arrows and Space to itself, so the sheet hands its keys on before they get there. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const press = keyPressOf(event.nativeEvent);
    if (!press || !dispatcher.press(press)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [undoKeys, redoKeys, invertKeys] = [useChord("undo"), useChord("redo"), useChord("mask-invert")];
  const [brushKeys, eraserKeys] = [useChord("mask-brush"), useChord("mask-eraser")];

  const save = async () => {
    const featherPx = feather * Math.max(picture.width, picture.height);
    onMask(await maskFile(painting, picture, featherPx, `Mask of ${picture.fileName.replace(/\.[^.]+$/, "")}.png`));
  };
  return (
    <PictureDialog
      title="Paint a mask"
      description="Paint the part of the picture that may change. It is kept as an asset and goes along as the mask."
      saveLabel="Use this mask"
      disabledReason={marksNothing(painting) ? "Paint the part that may change first." : null}
      onSave={save}
      onClose={onClose}
      returnTo={returnTo}
    >
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup<MaskStroke["tool"]>
          label="Tool"
          value={tool}
          onChange={setTool}
          options={[
            { value: "brush", label: "Brush", icon: <Brush size={14} aria-hidden />, ...(brushKeys ? { keys: brushKeys } : {}) },
            { value: "eraser", label: "Eraser", icon: <Eraser size={14} aria-hidden />, ...(eraserKeys ? { keys: eraserKeys } : {}) },
          ]}
        />
        <Slider label="Size" min={0} max={LARGEST_SIZE} value={step} format={() => `${size} px`} onChange={setStep} className="w-36" />
        <Slider
          label="Feather"
          min={0}
          max={MAX_FEATHER}
          step={0.0025}
          value={canFeather ? feather : 0}
          disabled={!canFeather}
          format={(part) => (canFeather ? `${Math.round(part * Math.max(picture.width, picture.height))} px` : "not in this browser")}
          onChange={setFeather}
          className="w-36"
        />
        <span className="ml-auto flex items-center">
          <IconButton label="Invert" icon={<SquareDashed size={15} aria-hidden />} keys={invertKeys} onClick={invert} />
          <IconButton
            label="Undo"
            icon={<Undo2 size={15} aria-hidden />}
            keys={undoKeys}
            disabledReason={painting.done.length === 0 && !live ? "Nothing was painted yet." : null}
            onClick={undo}
          />
          <IconButton
            label="Redo"
            icon={<Redo2 size={15} aria-hidden />}
            keys={redoKeys}
            disabledReason={painting.undone.length === 0 ? "Nothing was taken back." : null}
            onClick={redo}
          />
          <IconButton
            label="Clear"
            icon={<Trash2 size={15} aria-hidden />}
            onClick={() => setPainting((before) => paintedOn(before, { kind: "clear" }))}
          />
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML is painted on */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what the keys paint on is where the keyboard is
        tabIndex={0}
        aria-label={`Picture to paint on, ${picture.width} by ${picture.height} pixels`}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        className="relative mx-auto cursor-crosshair touch-none overflow-hidden rounded-sm bg-surround select-none"
        style={{ width: stage.width, height: stage.height }}
      >
        {/* biome-ignore lint/performance/noImgElement: the original itself, byte for byte */}
        <img src={picture.urls.original} alt="" draggable={false} className="absolute inset-0 size-full" />
        <canvas ref={sheet} aria-hidden className="absolute inset-0 size-full opacity-60" />
        <span
          aria-hidden
          className="pointer-events-none absolute -translate-1/2 rounded-full border border-white shadow-[0_0_0_1px_rgb(0_0_0/0.6),inset_0_0_0_1px_rgb(0_0_0/0.6)]"
          style={{ left: hand.x * stage.scale, top: hand.y * stage.scale, width: size * stage.scale, height: size * stage.scale }}
        />
      </div>
      <p id={hintId} className="text-xs/6 text-muted text-pretty">
        Drag to paint. With the keys: arrows move the brush, <Key of="mask-pen" /> puts it down and lifts it, <Key of="mask-smaller" /> and{" "}
        <Key of="mask-larger" /> change its size, <Key of="mask-brush" /> and <Key of="mask-eraser" /> change between brush and eraser,{" "}
        <Key of="mask-invert" /> inverts.
      </p>
    </PictureDialog>
  );
}

/** A key as this person has it. */
function Key({ of }: { of: ActionId }) {
  const chord = useChord(of);
  return chord === undefined ? <span>(no key)</span> : <Keys chord={chord} />;
}

let known: boolean | null = null;
/** Asked once, and in a browser: the server paints nothing. */
function feathersHere(): boolean {
  if (typeof document === "undefined") return true;
  known ??= feathers();
  return known;
}
