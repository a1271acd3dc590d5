import exifr from "exifr";
import type { Metadata } from "sharp";
import type { ImageType } from "@/lib/domain/asset/file-type";
import type { Provenance } from "@/lib/domain/asset/image";
import { hasContentCredentials } from "./content-credentials";

/**
 * IPTC writes it as an attribute or an element, as a bare word or an address ending in one. Matched as text on purpose:
 * an XML parser would be one more thing a hostile file could attack.
 */
const DIGITAL_SOURCE_TYPE = /DigitalSourceType(?:\s*=\s*["']|[^>]{0,200}>\s*)(?:https?:\/\/[\w./-]{0,120}\/)?(\w{3,60})\/?\s*["'<]/i;
const XMP_READ_BYTES = 256 * 1024;
const MAX_SOFTWARE_LENGTH = 120;

/** What a picture says about its own making. Never throws: a broken claim is no claim. */
export async function readProvenance(bytes: Uint8Array, type: ImageType, metadata: Metadata): Promise<Provenance> {
  const xmp = metadata.xmp?.subarray(0, XMP_READ_BYTES).toString("utf8") ?? "";
  return {
    digitalSourceType: digitalSourceTypeIn(xmp),
    hasC2pa: hasContentCredentials(bytes, type),
    software: tidy((await exifSoftware(metadata.exif)) ?? pngSoftware(metadata)),
    frames: Math.max(1, metadata.pages ?? 1),
  };
}

/** The last word of the IPTC digital source type an XMP packet declares, or null. */
export function digitalSourceTypeIn(xmp: string): string | null {
  return DIGITAL_SOURCE_TYPE.exec(xmp)?.[1] ?? null;
}

async function exifSoftware(exif: Buffer | undefined): Promise<string | null> {
  if (!exif) return null;
  // Some formats keep the name of the segment in front of the TIFF structure.
  const tiff = exif.subarray(0, 6).toString("latin1") === "Exif\0\0" ? exif.subarray(6) : exif;
  try {
    const tags: unknown = await exifr.parse(tiff, { pick: ["Software"] });
    return typeof tags === "object" && tags !== null && "Software" in tags && typeof tags.Software === "string" ? tags.Software : null;
  } catch {
    return null;
  }
}

const pngSoftware = (metadata: Metadata) => metadata.comments?.find((comment) => comment.keyword === "Software")?.text ?? null;

function tidy(text: string | null): string | null {
  const plain = text?.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim() ?? "";
  return plain === "" ? null : plain.slice(0, MAX_SOFTWARE_LENGTH);
}
