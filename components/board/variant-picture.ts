import type { Rect, SurfacePicture } from "@/components/picture-surface";
import { colourLook, colourWords } from "@/components/ui/colours";
import { durationText } from "@/components/ui/video/duration-text";
import type { VariantView } from "@/lib/domain/run/view";

const THUMB_WIDTH = 256;
const SCREEN_WIDTH = 1280;
const FLAG_WORDS = { none: "", pick: ", picked", reject: ", rejected" } as const;
const NOWHERE: Rect = { x: 0, y: 0, w: 0, h: 0 };

/**
 * A variant as the surface draws it. What is drawn of it and read aloud is put together when it is asked for: a board of ten thousand prompts has
 * eighty thousand of them, and few are near.
 */
export class VariantPicture implements SurfacePicture {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly state = "ready";

  /** @param faint steps back: something else is looked for */
  constructor(
    private readonly variant: VariantView,
    { x, y, w, h }: Rect = NOWHERE,
    readonly faint?: true,
  ) {
    this.x = x;
    this.y = y;
    this.w = w;
    this.h = h;
  }

  get id(): string {
    return this.variant.id;
  }

  get label(): string {
    const { index, seed, flag, colour, rating, video } = this.variant;
    const facts = `${FLAG_WORDS[flag]}${colourWords(colour)}${rating > 0 ? `, ${rating} stars` : ""}${video ? `, ${durationText(video.durationMs)}` : ""}`;
    return `${video ? "Video variant" : "Variant"} ${index + 1}, seed ${seed}${facts}`;
  }

  get sources(): SurfacePicture["sources"] {
    const { assetId, width } = this.variant;
    return [
      { url: `/assets/${assetId}/thumb`, width: THUMB_WIDTH },
      { url: `/assets/${assetId}/screen`, width: Math.min(SCREEN_WIDTH, width) },
    ];
  }

  get aspect(): number {
    return this.variant.width / this.variant.height;
  }

  get thumbHash(): string {
    return this.variant.thumbHash;
  }

  get frame(): "picked" | "none" {
    return this.variant.flag === "pick" ? "picked" : "none";
  }

  get dim(): boolean {
    return this.variant.flag === "reject";
  }

  get mark(): SurfacePicture["mark"] {
    return colourLook(this.variant.colour) ?? undefined;
  }

  /** How long it plays, where it plays, and how it was rated. */
  get badge(): string | undefined {
    const { video, rating } = this.variant;
    if (!video && rating === 0) return undefined;
    return [...(video ? [`▶ ${durationText(video.durationMs)}`] : []), ...(rating > 0 ? ["★".repeat(rating)] : [])].join("  ");
  }

  at(cell: Rect): VariantPicture {
    return new VariantPicture(this.variant, cell, this.faint);
  }

  faded(): VariantPicture {
    return new VariantPicture(this.variant, this, true);
  }
}
