import type { Rgba } from "@/lib/domain/compare/difference";

let pen: CanvasRenderingContext2D | null = null;

/** One pixel of what is shown, in sRGB with 8 bits a channel; null while there is nothing to read. */
export function readPixel(source: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement, x: number, y: number): Rgba | null {
  if (source instanceof HTMLImageElement && (!source.complete || source.naturalWidth === 0)) return null;
  if (!pen) {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    pen = canvas.getContext("2d", { willReadFrequently: true });
  }
  if (!pen) return null;
  pen.clearRect(0, 0, 1, 1);
  pen.drawImage(source, x, y, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** What shows a picture somewhere below a node. */
export function shownIn(node: HTMLElement | null, pictureId: string): HTMLImageElement | HTMLCanvasElement | HTMLVideoElement | null {
  const shown = node?.querySelector(`[data-picture="${pictureId}"]`);
  return shown instanceof HTMLImageElement || shown instanceof HTMLCanvasElement || shown instanceof HTMLVideoElement ? shown : null;
}
