"use client";
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { type Crop, cropOfRatio, movedCrop, pulledCrop, wholeOf } from "@/lib/domain/asset/crop";
import { cropFile } from "./paint-mask";
import { PictureDialog } from "./picture-dialog";
import { ARROWS, useStage } from "./picture-stage";

export interface CropDialogProps {
  readonly picture: AssetView;
  readonly onClose: () => void;
  readonly onCrop: (crop: File) => void;
  /** Where the keyboard is afterwards. */
  readonly returnTo: RefObject<HTMLElement | null>;
}

const RATIOS = { free: null, "1:1": 1, "3:2": 3 / 2, "2:3": 2 / 3, "16:9": 16 / 9 } as const;
type Ratio = keyof typeof RATIOS;

const CORNERS = [
  { name: "top left", isRight: false, isBottom: false, cursor: "nwse-resize" },
  { name: "top right", isRight: true, isBottom: false, cursor: "nesw-resize" },
  { name: "bottom left", isRight: false, isBottom: true, cursor: "nesw-resize" },
  { name: "bottom right", isRight: true, isBottom: true, cursor: "nwse-resize" },
] as const;
type Handle = (typeof CORNERS)[number] | null;

/** Takes a part of a picture as the reference instead of the whole. */
export function CropDialog({ picture, onClose, onCrop, returnTo }: CropDialogProps) {
  const stage = useStage(picture);
  const image = useRef<HTMLImageElement>(null);
  const [ratio, setRatio] = useState<Ratio>("free");
  const [crop, setCrop] = useState<Crop>(() => wholeOf(picture));
  const drag = useRef<{ x: number; y: number } | null>(null);
  const isWhole = crop.width === picture.width && crop.height === picture.height;

  const move = (handle: Handle, by: { x: number; y: number }) =>
    setCrop((before) => (handle ? pulledCrop(before, handle, by, picture, RATIOS[ratio]) : movedCrop(before, by, picture)));
  const handlers = (handle: Handle) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      move(handle, { x: (event.clientX - drag.current.x) / stage.scale, y: (event.clientY - drag.current.y) / stage.scale });
      drag.current = { x: event.clientX, y: event.clientY };
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      event.stopPropagation();
      // A hundredth of the picture, or with Shift a pixel.
      const by = event.shiftKey ? 1 : Math.max(1, Math.round(Math.max(picture.width, picture.height) / 100));
      move(handle, { x: arrow[0] * by, y: arrow[1] * by });
    },
  });
  const save = async () => {
    if (!image.current) return;
    await image.current.decode();
    onCrop(await cropFile(image.current, crop, `Crop of ${picture.fileName.replace(/\.[^.]+$/, "")}.png`));
  };
  const at = (part: Crop) => ({
    left: part.x * stage.scale,
    top: part.y * stage.scale,
    width: part.width * stage.scale,
    height: part.height * stage.scale,
  });
  return (
    <PictureDialog
      title="Crop the reference"
      description="The part is kept as an asset of its own and takes the place of the whole picture in this prompt."
      saveLabel="Use this part"
      disabledReason={isWhole ? "This is the whole picture. Pull a corner first." : null}
      onSave={save}
      onClose={onClose}
      returnTo={returnTo}
    >
      <div className="flex flex-wrap items-center gap-3">
        <ToggleGroup<Ratio>
          label="Ratio"
          value={ratio}
          onChange={(next) => {
            setRatio(next);
            const wanted = RATIOS[next];
            if (wanted !== null) setCrop((before) => cropOfRatio(before, wanted, picture));
          }}
          options={(Object.keys(RATIOS) as Ratio[]).map((value) => ({ value, label: value === "free" ? "Free" : value }))}
        />
        <output aria-label="Part" className="text-xs text-muted tabular-nums">
          {crop.width} × {crop.height} from {crop.x}, {crop.y}
        </output>
      </div>
      <div
        className="relative mx-auto touch-none overflow-hidden bg-surround select-none"
        style={{ width: stage.width, height: stage.height }}
      >
        {/* biome-ignore lint/performance/noImgElement: the original itself, byte for byte */}
        <img ref={image} src={picture.urls.original} alt="" draggable={false} className="absolute inset-0 size-full" />
        <button
          type="button"
          aria-label="The part: arrows move it"
          {...handlers(null)}
          className="absolute cursor-move border border-white shadow-[0_0_0_9999px_rgb(0_0_0/0.6)] focus-visible:outline-2 focus-visible:outline-focus"
          style={at(crop)}
        />
        {CORNERS.map((corner) => (
          <button
            key={corner.name}
            type="button"
            aria-label={`Corner ${corner.name}: arrows pull it`}
            {...handlers(corner)}
            className="absolute size-6 -translate-1/2 rounded-full border-2 border-black/60 bg-white focus-visible:outline-2 focus-visible:outline-focus"
            style={{
              cursor: corner.cursor,
              left: (crop.x + (corner.isRight ? crop.width : 0)) * stage.scale,
              top: (crop.y + (corner.isBottom ? crop.height : 0)) * stage.scale,
            }}
          />
        ))}
      </div>
      <p className="text-xs text-muted">
        Drag the corners, or go to one with Tab and pull it with the arrows; with Shift by a single pixel.
      </p>
    </PictureDialog>
  );
}
