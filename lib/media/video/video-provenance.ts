import type { VideoType } from "@/lib/domain/asset/file-type";
import type { Provenance } from "@/lib/domain/asset/image";
import { digitalSourceTypeIn } from "../provenance";
import { WEBM_TAIL_BYTES, webmPacket } from "../xmp/webm";
import type { FileBytes } from "./file-bytes";
import type { Mp4Box } from "./mp4-boxes";
import { C2PA_NAME, NAMED_HEAD_BYTES, XMP_NAME } from "./uuid-boxes";

const XMP_READ_BYTES = 256 * 1024;

/** What a video says about its own making. */
export async function videoProvenance(file: FileBytes, type: VideoType, boxes: readonly Mp4Box[], frames: number): Promise<Provenance> {
  if (type === "video/webm") {
    const tail = Buffer.from(await file.read(Math.max(0, file.byteSize - WEBM_TAIL_BYTES), file.byteSize));
    return { digitalSourceType: digitalSourceTypeIn(webmPacket(tail) ?? ""), hasC2pa: false, software: null, frames };
  }
  const named = await Promise.all(boxes.filter((box) => box.type === "uuid").map((box) => withName(file, box)));
  const xmp = named.find(({ name }) => name.equals(XMP_NAME))?.box;
  return {
    digitalSourceType: xmp ? digitalSourceTypeIn(await xmpText(file, xmp)) : null,
    hasC2pa: named.some(({ name }) => name.equals(C2PA_NAME)),
    software: null,
    frames,
  };
}

async function withName(file: FileBytes, box: Mp4Box): Promise<{ box: Mp4Box; name: Buffer }> {
  const head = await file.read(box.start, box.start + Math.min(NAMED_HEAD_BYTES, box.byteSize));
  return { box, name: Buffer.from(head.subarray(8)) };
}

async function xmpText(file: FileBytes, { start, byteSize }: Mp4Box): Promise<string> {
  const bytes = await file.read(start + NAMED_HEAD_BYTES, start + Math.min(byteSize, NAMED_HEAD_BYTES + XMP_READ_BYTES));
  return Buffer.from(bytes).toString("utf8");
}
