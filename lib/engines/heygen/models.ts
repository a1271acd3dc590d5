import { accepts } from "../http/model";
import type { WireModel } from "../http/wire";

export const HEYGEN_ENGINE_ID = "heygen";

export const HEYGEN_MODELS: readonly WireModel[] = [
  {
    remote: "avatar",
    // Billed by plan and engine; what one costs the workspace, a lead enters.
    pricing: null,
    accepts: accepts({
      modelId: "avatar-video",
      name: "HeyGen avatar video",
      category: "video.generate",
      longSide: { draft: 1280, final: 1920 },
      aspectRatios: ["16:9", "9:16"],
    }),
  },
];
