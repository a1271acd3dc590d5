import { accepts, choiceOf, SOUND } from "../http/model";
import type { WireModel } from "../http/wire";

export const GATEWAY_ENGINE_ID = "gateway";

const LENGTHS = ["5", "10"] as const;

/** A video model behind the gateway. What a second costs is the workspace's contract with it: a lead enters it. */
function video(remote: string, name: string, change: Partial<WireModel["accepts"]> = {}): WireModel {
  return {
    remote,
    pricing: null,
    accepts: accepts({
      modelId: remote,
      name: `${name} at Vercel`,
      category: "video.generate",
      longSide: { draft: 1280, final: 1920 },
      aspectRatios: ["16:9", "9:16", "1:1"],
      seeds: true,
      referenceRoles: ["start-frame", "end-frame"],
      maxReferences: 2,
      settings: [
        choiceOf("duration", "Length", LENGTHS, "5", " s"),
        choiceOf("resolution", "Resolution", ["720p", "1080p"], "720p"),
        SOUND,
      ],
      ...change,
    }),
  };
}

export const GATEWAY_MODELS: readonly WireModel[] = [
  video("klingai/kling-v3.0-t2v", "Kling 3.0", { referenceRoles: [], maxReferences: 0 }),
  video("bytedance/seedance-2.0", "Seedance 2.0"),
  video("alibaba/wan-v2.7-t2v", "Wan 2.7", { referenceRoles: [], maxReferences: 0 }),
  video("google/veo-3.1-generate-001", "Veo 3.1", {
    aspectRatios: ["16:9", "9:16"],
    settings: [
      choiceOf("duration", "Length", ["4", "6", "8"], "8", " s"),
      choiceOf("resolution", "Resolution", ["720p", "1080p"], "720p"),
      SOUND,
    ],
  }),
  video("google/veo-3.1-fast-generate-001", "Veo 3.1 Fast", {
    aspectRatios: ["16:9", "9:16"],
    settings: [
      choiceOf("duration", "Length", ["4", "6", "8"], "8", " s"),
      choiceOf("resolution", "Resolution", ["720p", "1080p"], "720p"),
      SOUND,
    ],
  }),
  video("spacexai/grok-imagine-video", "Grok Imagine video", { seeds: false, referenceRoles: ["start-frame"], maxReferences: 1 }),
];
