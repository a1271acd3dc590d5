import { accepts, choiceOf, perImage, perSecond, SOUND } from "../http/model";
import type { WireModel } from "../http/wire";

export const FAL_ENGINE_ID = "fal";

/** How an endpoint names its inputs; endpoints of one shape differ in nothing else we send. */
export type FalShape = "image" | "image-plain" | "edit" | "video" | "video-kling-start" | "video-motion" | "video-start" | "video-plain";
export interface FalModel extends WireModel {
  readonly shape: FalShape;
}

const SIDES = { draft: 768, final: 1024 } as const;
const VIDEO_SIDES = { draft: 1280, final: 1920 } as const;

function image(remote: string, name: string, more: Partial<FalModel> & { readonly negative?: boolean } = {}): FalModel {
  const { negative = false, ...rest } = more;
  return {
    remote,
    shape: "image",
    pricing: null,
    accepts: accepts({ modelId: remote, name, category: "image.generate", longSide: SIDES, seeds: true, negative }),
    ...rest,
  };
}

function edit(remote: string, name: string, maxReferences: number): FalModel {
  return {
    remote,
    shape: "edit",
    pricing: null,
    accepts: accepts({
      modelId: remote,
      name,
      category: "image.edit",
      longSide: SIDES,
      seeds: true,
      referenceRoles: ["image", "style", "product", "character"],
      requiredReferences: ["image"],
      maxReferences,
    }),
  };
}

/** The figure of a picture moves as the one in a clip does. It is billed by the clip's length, which no list we have puts a price on. */
function motionControl(tier: "standard" | "pro", name: string): FalModel {
  const remote = `fal-ai/kling-video/v3/${tier}/motion-control`;
  return {
    remote,
    shape: "video-motion",
    pricing: null,
    accepts: accepts({
      modelId: remote,
      name: `Kling 3.0 ${name} motion control`,
      category: "video.generate",
      longSide: VIDEO_SIDES,
      // As the picture is.
      aspectRatios: [],
      needsText: false,
      referenceRoles: ["image", "motion"],
      requiredReferences: ["image", "motion"],
      maxReferences: 2,
      settings: [
        {
          kind: "choice",
          key: "orientation",
          label: "The figure stands",
          options: [
            { value: "video", label: "as in the clip (up to 30 s)" },
            { value: "image", label: "as in the picture (up to 10 s)" },
          ],
          default: "video",
        },
        { kind: "toggle", key: "clip-sound", label: "Keep the clip's sound", default: true },
      ],
    }),
  };
}

const KLING_SECONDS = ["3", "5", "10", "15"];
const FIVE_OR_TEN = choiceOf("duration", "Length", ["5", "10"], "5", " s");
const RESOLUTION = choiceOf("resolution", "Resolution", ["720p", "1080p"], "720p");

/** fal's endpoints, with the inputs its client's types list. */
export const FAL_MODELS: readonly FalModel[] = [
  image("fal-ai/flux/schnell", "FLUX.1 Schnell"),
  image("fal-ai/flux/dev", "FLUX.1 Dev"),
  image("fal-ai/flux-pro/v1.1", "FLUX 1.1 Pro"),
  image("fal-ai/flux-2", "FLUX.2"),
  image("fal-ai/qwen-image", "Qwen Image", { negative: true }),
  image("fal-ai/hidream-i1-full", "HiDream-I1 Full", { negative: true }),
  image("fal-ai/hidream-i1-fast", "HiDream-I1 Fast", { negative: true }),
  image("fal-ai/stable-diffusion-v35-large", "Stable Diffusion 3.5 Large", { negative: true, pricing: perImage(40_000) }),
  image("fal-ai/bytedance/seedream/v4/text-to-image", "Seedream 4.0", { shape: "image-plain" }),
  edit("fal-ai/bytedance/seedream/v4/edit", "Seedream 4.0 edit", 6),
  edit("fal-ai/qwen-image-edit-2511", "Qwen Image edit", 3),
  edit("fal-ai/flux-2-pro/edit", "FLUX.2 Pro edit", 8),
  {
    remote: "fal-ai/kling-video/v3/standard/text-to-video",
    shape: "video",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "fal-ai/kling-video/v3/standard/text-to-video",
      name: "Kling 3.0 Standard",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9", "9:16", "1:1"],
      negative: true,
      settings: [choiceOf("duration", "Length", KLING_SECONDS, "5", " s"), SOUND],
    }),
  },
  {
    remote: "fal-ai/kling-video/v3/standard/image-to-video",
    shape: "video-kling-start",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "fal-ai/kling-video/v3/standard/image-to-video",
      name: "Kling 3.0 Standard from a start frame",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9", "9:16", "1:1"],
      negative: true,
      needsText: false,
      referenceRoles: ["start-frame", "end-frame"],
      requiredReferences: ["start-frame"],
      maxReferences: 2,
      settings: [choiceOf("duration", "Length", KLING_SECONDS, "5", " s"), SOUND],
    }),
  },
  motionControl("standard", "Standard"),
  motionControl("pro", "Pro"),
  {
    remote: "fal-ai/pika/v2.2/text-to-video",
    shape: "video",
    pricing: perSecond(80_000),
    accepts: accepts({
      modelId: "fal-ai/pika/v2.2/text-to-video",
      name: "Pika 2.2",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9", "9:16", "1:1", "4:5", "5:4", "3:2", "2:3"],
      negative: true,
      seeds: true,
      settings: [FIVE_OR_TEN, RESOLUTION],
    }),
  },
  {
    remote: "fal-ai/pika/v2.2/image-to-video",
    shape: "video-start",
    pricing: perSecond(80_000),
    accepts: accepts({
      modelId: "fal-ai/pika/v2.2/image-to-video",
      name: "Pika 2.2 from a start frame",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      negative: true,
      seeds: true,
      referenceRoles: ["start-frame"],
      requiredReferences: ["start-frame"],
      maxReferences: 1,
      settings: [FIVE_OR_TEN, RESOLUTION],
    }),
  },
  {
    remote: "fal-ai/wan/v2.7/text-to-video",
    shape: "video",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "fal-ai/wan/v2.7/text-to-video",
      name: "Wan 2.7",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9", "9:16", "1:1", "4:3", "3:4"],
      negative: true,
      seeds: true,
      settings: [choiceOf("duration", "Length", ["2", "5", "10", "15"], "5", " s"), RESOLUTION],
    }),
  },
  {
    remote: "bytedance/seedance-2.0/text-to-video",
    shape: "video",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "bytedance/seedance-2.0/text-to-video",
      name: "Seedance 2.0",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"],
      seeds: true,
      settings: [FIVE_OR_TEN, RESOLUTION],
    }),
  },
  {
    remote: "fal-ai/ltx-2/text-to-video",
    shape: "video-plain",
    pricing: null,
    accepts: accepts({
      modelId: "fal-ai/ltx-2/text-to-video",
      name: "LTX-2",
      category: "video.generate",
      longSide: VIDEO_SIDES,
      aspectRatios: ["16:9"],
      settings: [
        choiceOf("duration", "Length", ["6", "8", "10"], "6", " s"),
        choiceOf("resolution", "Resolution", ["1080p", "1440p", "2160p"], "1080p"),
        SOUND,
      ],
    }),
  },
];
