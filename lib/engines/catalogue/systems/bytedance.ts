import { ACTIVE, ARTICLES, entry, inArticle, inPackage, price, ran, route, uncertain } from "../entry";

const CLOSED = inPackage("closed", "@fal-ai/client 1.10.1: reached through hosts only");
/** Said of fal, and of no other host. */
const AT_FAL = { prices: inArticle([price("second", 0.05, "said to be less")], ARTICLES.managedApi) };
const RESIDENCY_NOTE = "ByteDance is the maker; where data is processed depends on the host. Ask before using it for client work.";

export const BYTEDANCE = [
  entry({
    id: "seedream-4",
    name: "Seedream 4.0",
    maker: "ByteDance",
    category: "image.generate",
    summary: "ByteDance's picture model, up to 4K.",
    modes: ["text"],
    gives: "image",
    weights: CLOSED,
    status: ACTIVE,
    notes: [RESIDENCY_NOTE, "Billed by picture; no price was found in our sources."],
    reached: inPackage("fal queue", "@fal-ai/client 1.10.1"),
    routes: [
      { engineId: "fal", modelId: "fal-ai/bytedance/seedream/v4/text-to-image" },
      { engineId: "gateway", modelId: "bytedance/seedream-4.0" },
    ],
  }),
  entry({
    id: "seedream-4-edit",
    name: "Seedream 4.0 edit",
    maker: "ByteDance",
    category: "image.edit",
    summary: "Changes pictures by instruction, several inputs at once.",
    modes: ["text", "image", "reference"],
    gives: "image",
    weights: CLOSED,
    status: ACTIVE,
    notes: [RESIDENCY_NOTE],
    reached: inPackage("fal queue", "@fal-ai/client 1.10.1"),
    routes: [{ engineId: "fal", modelId: "fal-ai/bytedance/seedream/v4/edit" }],
  }),
  entry({
    id: "seedance-2",
    name: "Seedance 2.0",
    maker: "ByteDance",
    category: "video.generate",
    summary: "ByteDance's video model: from text, frames or references.",
    modes: ["text", "start-frame", "end-frame", "reference"],
    gives: "video-with-sound",
    residency: uncertain(["unspecified-cloud"], "the maker is in China; hosts differ"),
    weights: CLOSED,
    status: ACTIVE,
    notes: [RESIDENCY_NOTE],
    reached: ran("fal queue, id without the fal-ai prefix", "own submit on a stand-in"),
    routes: [
      route("fal", "bytedance/seedance-2.0/text-to-video", AT_FAL),
      route("fal", "bytedance/seedance-2.0/image-to-video", AT_FAL),
      { engineId: "gateway", modelId: "bytedance/seedance-2.0" },
      { engineId: "runway", modelId: "seedance2" },
    ],
  }),
];
