import { drawnBy, type MaskPainting, type MaskStroke } from "@/lib/domain/asset/mask";

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface MaskLook {
  /** Canvas pixels a picture pixel. */
  readonly scale: number;
  readonly colour: string;
}

/** A mask in one colour on nothing, with the stroke that is under way. */
export function paintMask(canvas: HTMLCanvasElement, painting: MaskPainting, live: MaskStroke | null, { scale, colour }: MaskLook): void {
  const pen = penOf(canvas);
  const { strokes, isInverted } = drawnBy(painting);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  const flipped = isInverted && live ? { ...live, tool: live.tool === "brush" ? ("eraser" as const) : ("brush" as const) } : live;
  for (const stroke of flipped ? [...strokes, flipped] : strokes) paintStroke(pen, stroke, scale);
  if (!isInverted) return;
  pen.globalCompositeOperation = "xor";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.globalCompositeOperation = "source-over";
}

function paintStroke(pen: CanvasRenderingContext2D, { tool, size, points }: MaskStroke, scale: number): void {
  pen.globalCompositeOperation = tool === "brush" ? "source-over" : "destination-out";
  pen.lineWidth = size * scale;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  const [first, ...rest] = points;
  pen.moveTo(first.x * scale, first.y * scale);
  // A line to where it begins makes a dot.
  for (const point of rest.length > 0 ? rest : [first]) pen.lineTo(point.x * scale, point.y * scale);
  pen.stroke();
  pen.globalCompositeOperation = "source-over";
}

/** Whether this browser softens edges. */
export const feathers = (): boolean => "filter" in penOf(document.createElement("canvas"));

/** The finished mask: white is what may change, black what stays, as large as its picture, so that the two lie on each other. */
export async function maskFile(painting: MaskPainting, picture: Size, featherPx: number, fileName: string): Promise<File> {
  const mask = canvasOf(picture);
  paintMask(mask, painting, null, { scale: 1, colour: "white" });
  const sheet = canvasOf(picture);
  const pen = penOf(sheet);
  pen.fillStyle = "black";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  if (featherPx > 0) pen.filter = `blur(${featherPx / 2}px)`;
  pen.drawImage(mask, 0, 0);
  return pngOf(sheet, fileName);
}

/** A part of a picture as a file of its own. */
export async function cropFile(source: CanvasImageSource, crop: Size & { x: number; y: number }, fileName: string): Promise<File> {
  const sheet = canvasOf(crop);
  penOf(sheet).drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, crop.width, crop.height);
  return pngOf(sheet, fileName);
}

const canvasOf = ({ width, height }: Size) => Object.assign(document.createElement("canvas"), { width, height });

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser cannot paint.");
  return pen;
}

function pngOf(canvas: HTMLCanvasElement, fileName: string): Promise<File> {
  return new Promise((settle, fail) =>
    canvas.toBlob((blob) => {
      if (blob) settle(new File([blob], fileName, { type: "image/png" }));
      else fail(new Error("The picture is too large for this browser to write."));
    }, "image/png"),
  );
}
