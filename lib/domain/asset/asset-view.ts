import { z } from "zod";
import { Provenance } from "./image";
import { AssetRights } from "./rights";

/** A `session` is the record of a live one: its transcript and figures as JSON, with a cover to be seen by. */
export const ASSET_KINDS = ["image", "video", "session"] as const;
export const ASSET_ORIGINS = ["upload", "import", "output", "publication"] as const;

/** What a screen needs to play a video beside its poster. `frames` over the length is the rate that stepping goes by. */
export const VideoShape = z.strictObject({ durationMs: z.int(), frames: z.int().min(1) });
export type VideoShape = z.infer<typeof VideoShape>;

/** An asset as screens and programs see it: plain JSON. Addresses are relative to the studio and need a session or key. */
export const AssetView = z
  .object({
    id: z.uuid(),
    kind: z.enum(ASSET_KINDS),
    origin: z.enum(ASSET_ORIGINS),
    fileName: z.string(),
    /** Sniffed from the bytes. */
    mimeType: z.string(),
    byteSize: z.int(),
    /** Pixels. */
    width: z.int(),
    height: z.int(),
    /** Length of a video; null for a picture. */
    durationMs: z.int().nullable(),
    thumbHash: z.string().meta({ description: "Base64 ThumbHash: a blurred picture to show while the real one loads." }),
    altText: z.string().nullable().meta({ description: "What it shows, for who cannot see it; null: nobody has said." }),
    rights: AssetRights,
    provenance: Provenance,
    createdAt: z.iso.datetime(),
    /** `thumb` and `screen` of a video are its first frame; a picture has no `filmstrip`. */
    urls: z.object({ thumb: z.string(), screen: z.string(), original: z.string(), filmstrip: z.string().nullable() }),
    version: z.int(),
  })
  .meta({ description: "A stored file with its measured facts." });
export type AssetView = z.infer<typeof AssetView>;

/** An asset as lists and its own page show it. */
export const ListedAsset = AssetView.extend({
  title: z.string().meta({ description: "What people know it by: the first words of the prompt a run made it of, else its file name." }),
}).meta({ description: "A stored file with its measured facts and what people know it by." });
export type ListedAsset = z.infer<typeof ListedAsset>;

/** How an asset plays; null for a picture. */
export function videoOf({ durationMs, provenance }: Pick<AssetView, "durationMs" | "provenance">): VideoShape | null {
  return durationMs === null ? null : { durationMs, frames: provenance.frames };
}

/** Addresses of an asset's pictures; `?download=1` makes any of them a file to save. */
export function assetUrls(assetId: string, kind: AssetView["kind"]): AssetView["urls"] {
  const of = (rendition: string) => `/assets/${assetId}/${rendition}`;
  return { thumb: of("thumb"), screen: of("screen"), original: of("original"), filmstrip: kind === "video" ? of("filmstrip") : null };
}
