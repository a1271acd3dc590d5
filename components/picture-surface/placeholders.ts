import { thumbHashToAverageRGBA, thumbHashToRGBA } from "thumbhash";

/** A frame may spend this long unpacking ThumbHashes; the rest get their average colour until the next frame. */
const UNPACK_BUDGET_MS = 3;
/** More than a view can show as pictures: what is in view is never unpacked twice. At most 4 kB each. */
const MAX_UNPACKED = 6_000;

/** What a picture looks like before its pixels arrive, unpacked from its ThumbHash and remembered. */
export class Placeholders {
  private readonly colours = new Map<string, string>();
  private readonly images = new Map<string, ImageBitmap>();
  private spentMs = 0;
  private isShort = false;

  /** Opens a frame's time budget. */
  beginFrame(): void {
    this.spentMs = 0;
    this.isShort = false;
  }

  /** True when something was refused for lack of time: another frame is worth painting. */
  get hasMoreToDo(): boolean {
    return this.isShort;
  }

  /** The picture's average colour as a CSS colour. */
  colour(thumbHash: string): string {
    const known = this.colours.get(thumbHash);
    if (known !== undefined) return known;
    const colour = averageColour(thumbHash);
    this.colours.set(thumbHash, colour);
    return colour;
  }

  /** A blurred miniature, or null when this frame has no time left to unpack it. */
  image(thumbHash: string): ImageBitmap | null {
    const known = this.images.get(thumbHash);
    if (known) return known;
    if (this.spentMs >= UNPACK_BUDGET_MS) {
      this.isShort = true;
      return null;
    }
    const startedAt = performance.now();
    const image = unpack(thumbHash);
    this.spentMs += performance.now() - startedAt;
    if (this.images.size >= MAX_UNPACKED) this.forgetOldest();
    this.images.set(thumbHash, image);
    return image;
  }

  close(): void {
    for (const image of this.images.values()) image.close();
    this.images.clear();
  }

  private forgetOldest(): void {
    for (const [thumbHash, image] of this.images) {
      this.images.delete(thumbHash);
      image.close();
      return;
    }
  }
}

function averageColour(thumbHash: string): string {
  const { r, g, b } = thumbHashToAverageRGBA(bytesOf(thumbHash));
  const hex = (Math.round(r * 255) << 16) | (Math.round(g * 255) << 8) | Math.round(b * 255);
  return `#${hex.toString(16).padStart(6, "0")}`;
}

function unpack(thumbHash: string): ImageBitmap {
  const { w, h, rgba } = thumbHashToRGBA(bytesOf(thumbHash));
  const canvas = new OffscreenCanvas(w, h);
  const pixels = new ImageData(w, h);
  pixels.data.set(rgba);
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  return canvas.transferToImageBitmap();
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
