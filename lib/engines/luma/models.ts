import { accepts, choiceOf } from "../http/model";
import type { WireModel } from "../http/wire";

export const LUMA_ENGINE_ID = "luma";

const RATIOS = ["1:1", "3:4", "4:3", "9:16", "16:9", "21:9"] as const;
const SETTINGS = [
  choiceOf("duration", "Length", ["5s", "9s"], "5s"),
  choiceOf("resolution", "Resolution", ["540p", "720p", "1080p", "4k"], "720p"),
  { kind: "toggle", key: "loop", label: "Loop", default: false } as const,
];

function ray(remote: string, name: string): WireModel {
  return {
    remote,
    pricing: null,
    accepts: accepts({
      modelId: remote,
      name,
      category: "video.generate",
      longSide: { draft: 1280, final: 1280 },
      aspectRatios: RATIOS,
      settings: SETTINGS,
    }),
  };
}

/** Luma takes reference pictures by public address only, which a studio at home does not have; so it gets words alone. */
export const LUMA_MODELS: readonly WireModel[] = [
  ray("ray-2", "Luma Ray-2"),
  ray("ray-flash-2", "Luma Ray Flash 2"),
  {
    remote: "photon-1",
    pricing: null,
    accepts: accepts({
      modelId: "photon-1",
      name: "Luma Photon",
      category: "image.generate",
      longSide: { draft: 1024, final: 1024 },
      aspectRatios: RATIOS,
    }),
  },
];
