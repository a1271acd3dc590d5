import { z } from "zod";
import type { Settings } from "@/lib/domain/engine/control";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { UnfitRequest } from "../unfit-request";
import type { Lines } from "./clip-size";
import { CLIP_FORMATS, type ClipFormat } from "./encoding/clip-format";
import { CAMERA_MOVES, type CameraMove } from "./motion-spec";

/** The settings of a clip, as the painter uses them. */
export interface ClipSettings {
  /** Seconds. */
  readonly duration: number;
  /** Null leaves the camera to the words. */
  readonly camera: CameraMove | null;
  readonly lines: Lines;
  readonly format: ClipFormat;
}

const Duration = z.int().min(2).max(8);
const Camera = z.enum(["auto", ...CAMERA_MOVES]);
const Resolution = z.enum(["720p", "1080p"]);
const Format = z.enum(CLIP_FORMATS);

/** Reads complete settings. A draft has 480 lines whatever the resolution says. Throws `UnfitRequest` for a value no control allows. */
export function readClipSettings(settings: Settings, quality: Quality): ClipSettings {
  const duration = Duration.safeParse(settings.duration);
  if (!duration.success) throw new UnfitRequest("Duration must be a whole number between 2 and 8 s.");
  const camera = Camera.safeParse(settings.camera);
  if (!camera.success) throw new UnfitRequest("Sketch does not know this camera move.");
  const resolution = Resolution.safeParse(settings.resolution);
  if (!resolution.success) throw new UnfitRequest("Resolution can be 720p or 1080p.");
  const format = Format.safeParse(settings.format);
  if (!format.success) throw new UnfitRequest("Format can be MP4 or WebM.");
  const final = resolution.data === "1080p" ? 1080 : 720;
  return {
    duration: duration.data,
    camera: camera.data === "auto" ? null : camera.data,
    lines: quality === "draft" ? 480 : final,
    format: format.data,
  };
}
