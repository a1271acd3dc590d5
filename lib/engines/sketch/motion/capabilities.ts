import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { ASPECT_RATIOS } from "@/lib/domain/prompt/recipe";

export const SKETCH_MOTION_MODEL_ID = "sketch-motion-1";

/** Bumped whenever the same request gives other frames; part of every recipe. */
export const SKETCH_MOTION_REVISION = "2026-11-22.12";

/** What Sketch accepts for a clip. Pure data: the catalogue, the composer and the painter read the same one. */
export const SKETCH_MOTION_CAPABILITIES: ModelCapabilities = {
  modelId: SKETCH_MOTION_MODEL_ID,
  name: "Sketch motion (procedural)",
  revision: SKETCH_MOTION_REVISION,
  category: "video.generate",
  aspectRatios: ASPECT_RATIOS,
  qualities: ["draft", "final"],
  // 480 and 720 lines at 16:9; the resolution setting can make a final larger.
  longSide: { draft: 856, final: 1280 },
  maxVariants: 4,
  needsText: false,
  negative: true,
  wordWeights: null,
  seeds: true,
  // The same frames everywhere; how an encoder packs them depends on the number of cores.
  deterministic: false,
  referenceRoles: ["start-frame", "end-frame", "image", "style", "mood", "composition", "product", "character"],
  maxReferences: 8,
  requiredReferences: [],
  settings: [
    { kind: "number", key: "duration", label: "Duration", min: 2, max: 8, step: 1, unit: "s", default: 4 },
    {
      kind: "choice",
      key: "camera",
      label: "Camera",
      options: [
        { value: "auto", label: "from the words" },
        { value: "static", label: "static" },
        { value: "pan-left", label: "pan left" },
        { value: "pan-right", label: "pan right" },
        { value: "tilt-up", label: "tilt up" },
        { value: "tilt-down", label: "tilt down" },
        { value: "push-in", label: "push in" },
        { value: "pull-out", label: "pull out" },
        { value: "orbit", label: "orbit" },
      ],
      default: "auto",
    },
    {
      kind: "choice",
      key: "resolution",
      label: "Resolution of finals",
      options: [
        { value: "720p", label: "720p" },
        { value: "1080p", label: "1080p" },
      ],
      default: "720p",
    },
    {
      kind: "choice",
      key: "format",
      label: "Format",
      options: [
        { value: "mp4", label: "MP4 (H.264)" },
        { value: "webm", label: "WebM (VP9)" },
      ],
      default: "mp4",
    },
  ],
  pricing: { per: "second", micros: { draft: 500, final: 2_500 }, setting: "duration", seconds: { least: 4, most: 4 } },
};
