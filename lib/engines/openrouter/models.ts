import { accepts, choiceOf, SOUND } from "../http/model";
import type { WireModel } from "../http/wire";

export const OPENROUTER_ENGINE_ID = "openrouter";

function video(remote: string, name: string): WireModel {
  return {
    remote,
    pricing: null,
    accepts: accepts({
      modelId: remote,
      name,
      category: "video.generate",
      longSide: { draft: 1280, final: 1920 },
      aspectRatios: ["16:9", "9:16", "1:1"],
      seeds: true,
      referenceRoles: ["start-frame", "end-frame"],
      maxReferences: 2,
      settings: [
        choiceOf("duration", "Length", ["4", "6", "8"], "8", " s"),
        choiceOf("resolution", "Resolution", ["720p", "1080p"], "720p"),
        SOUND,
      ],
    }),
  };
}

export const OPENROUTER_MODELS: readonly WireModel[] = [video("google/veo-3.1", "Veo 3.1")];
