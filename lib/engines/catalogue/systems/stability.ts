import { ACTIVE, ARTICLES, choice, documented, entry, hosted, inArticle, inPackage, ownHardware, price, range, road, saidByOthers } from "../entry";

/** By fal or Replicate. */
const HOSTED_PRICE = inArticle([price("image", [0.02, 0.04])], ARTICLES.managedApi);

export const STABILITY = [
  entry({
    id: "stable-diffusion-3.5",
    name: "Stable Diffusion 3.5",
    maker: "Stability AI",
    category: "image.generate",
    summary: "Large and medium; hosted by its maker and others, or on your own hardware.",
    modes: ["text", "image"],
    gives: "image",
    controls: saidByOthers(
      [choice("aspect ratio", "1:1", "2:3", "3:2", "4:5", "5:4", "9:16", "16:9", "21:9"), range("seed", 0, 4_294_967_294)],
      "public clients of api.stability.ai v2beta",
    ),
    weights: inArticle("open", ARTICLES.managedApi),
    status: ACTIVE,
    notes: ["Weights come under Stability's own licence; read it before commercial use."],
    reached: saidByOthers("POST /v2beta/stable-image/generate/sd3, multipart", "public clients; no official npm package"),
    routes: [
      road("stability", "sd3.5-large", {
        prices: inArticle([price("image", 0.065, "6.5 credits of $0.01")], ARTICLES.managedApi),
        residency: inArticle(["unspecified-cloud"], ARTICLES.managedApi),
      }),
      hosted("fal", "fal-ai/stable-diffusion-v35-large", { prices: HOSTED_PRICE }),
      hosted("replicate", "stability-ai/stable-diffusion-3.5-large", { prices: HOSTED_PRICE }),
      ownHardware("stable-diffusion-3.5"),
    ],
  }),
  entry({
    id: "comfyui-checkpoint",
    name: "Checkpoint on your ComfyUI",
    maker: "You",
    category: "image.generate",
    summary: "Any checkpoint of your own ComfyUI server: the connection says which. Nobody bills a picture.",
    modes: ["text"],
    gives: "image",
    prices: documented([price("image", 0, "the machine is yours")], "Comfy-Org/ComfyUI: nothing is billed"),
    provenance: documented(["workflow in PNG text chunks"], "Comfy-Org/ComfyUI"),
    weights: documented("open", "Comfy-Org/ComfyUI: it runs weights one has"),
    status: ACTIVE,
    notes: [
      "The licence is that of the checkpoint: a lead says here which one holds.",
      "Nothing is moderated there: review before anything leaves.",
    ],
    reached: documented("POST /prompt, GET /history/{id}, GET /view", "Comfy-Org/ComfyUI openapi.yaml"),
    routes: [ownHardware("checkpoint")],
  }),
  entry({
    id: "stable-image-inpaint",
    name: "Stable Image inpaint",
    maker: "Stability AI",
    category: "image.edit",
    summary: "Paints anew inside a mask.",
    modes: ["text", "image", "mask"],
    gives: "image",
    status: ACTIVE,
    reached: saidByOthers("POST /v2beta/stable-image/edit/inpaint, multipart", "public clients; no official npm package"),
    routes: [{ engineId: "stability", modelId: "inpaint" }],
  }),
  entry({
    id: "stable-video-diffusion",
    name: "Stable Video Diffusion",
    maker: "Stability AI",
    category: "video.generate",
    summary: "Sets a still in motion; open weights.",
    modes: ["start-frame"],
    gives: "video",
    weights: inPackage("open", "@fal-ai/client 1.10.1"),
    status: ACTIVE,
    reached: inPackage("fal and Replicate queues, ComfyUI", "@fal-ai/client 1.10.1, replicate 1.4.0"),
    routes: [
      hosted("fal", "fal-ai/stable-video"),
      hosted("replicate", "stability-ai/stable-video-diffusion"),
      ownHardware("svd"),
    ],
  }),
];
