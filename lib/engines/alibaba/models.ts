import { accepts, choiceOf, perSecond } from "../http/model";
import type { WireModel } from "../http/wire";

export const ALIBABA_ENGINE_ID = "alibaba";

export const ALIBABA_MODELS: readonly WireModel[] = [
  {
    remote: "wan2.7-t2v",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "wan2.7-t2v",
      name: "Wan 2.7",
      category: "video.generate",
      longSide: { draft: 1280, final: 1920 },
      aspectRatios: ["16:9", "9:16", "1:1", "4:3", "3:4"],
      negative: true,
      seeds: true,
      settings: [
        choiceOf("duration", "Length", ["5", "10", "15"], "5", " s"),
        choiceOf("resolution", "Resolution", ["720P", "1080P"], "720P"),
      ],
    }),
  },
];
