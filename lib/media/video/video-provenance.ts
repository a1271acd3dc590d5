import type { VideoType } from "@/lib/domain/asset/file-type";
import type { Provenance } from "@/lib/domain/asset/image";
import { digitalSourceTypeIn } from "../provenance";
import type { FileBytes } from "./file-bytes";
import type { Mp4Box } from "./mp4-boxes";

/** Content Credentials and XMP lie in boxes at the top of an MP4 file, told apart by their 16-byte names. */
const C2PA_BOX = "d8fec3d61b0e483c92975828877ec481";
const XMP_BOX = "be7acfcb97a942e89c71999491e3afac";
const NAME_END = 24;
const XMP_READ_BYTES = 256 * 1024;

/** What a video says about its own making. A WebM has no place for any of it. */
export async function videoProvenance(file: FileBytes, type: VideoType, boxes: readonly Mp4Box[], frames: number): Promise<Provenance> {
  const named = type === "video/mp4" ? await Promise.all(boxes.filter((box) => box.type === "uuid").map((box) => withName(file, box))) : [];
  const xmp = named.find(({ name }) => name === XMP_BOX)?.box;
  return {
    digitalSourceType: xmp ? digitalSourceTypeIn(await xmpText(file, xmp)) : null,
    hasC2pa: named.some(({ name }) => name === C2PA_BOX),
    software: null,
    frames,
  };
}

async function withName(file: FileBytes, box: Mp4Box): Promise<{ box: Mp4Box; name: string }> {
  const head = await file.read(box.start, Math.min(box.start + NAME_END, box.start + box.byteSize));
  return { box, name: Buffer.from(head.subarray(8)).toString("hex") };
}

async function xmpText(file: FileBytes, { start, byteSize }: Mp4Box): Promise<string> {
  const bytes = await file.read(start + NAME_END, start + Math.min(byteSize, NAME_END + XMP_READ_BYTES));
  return Buffer.from(bytes).toString("utf8");
}
