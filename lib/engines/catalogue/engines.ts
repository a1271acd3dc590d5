import type { ConnectionNeeds } from "@/lib/domain/engine/connection";
import { LANGUAGE_ENGINE_ID, LANGUAGE_NEEDS } from "@/lib/domain/engine/language";
import { ALIBABA_ENGINE_ID, ALIBABA_MODELS } from "../alibaba/models";
import { FAL_ENGINE_ID, FAL_MODELS } from "../fal/models";
import { GATEWAY_ENGINE_ID, GATEWAY_MODELS } from "../gateway/models";
import { GOOGLE_ENGINE_ID, GOOGLE_MODELS } from "../google/models";
import { HEYGEN_ENGINE_ID, HEYGEN_MODELS } from "../heygen/models";
import type { WireModel } from "../http/wire";
import type { LiveModel } from "../live";
import { LIVEAVATAR_BASE_URL, LIVEAVATAR_ENGINE_ID, LIVEAVATAR_MODELS } from "../liveavatar/models";
import { LUMA_ENGINE_ID, LUMA_MODELS } from "../luma/models";
import { OPENAI_COMPATIBLE_ENGINE_ID, OPENAI_COMPATIBLE_MODELS, OPENAI_ENGINE_ID, OPENAI_MODELS } from "../openai/models";
import { OPENROUTER_ENGINE_ID, OPENROUTER_MODELS } from "../openrouter/models";
import { REPLICATE_ENGINE_ID, REPLICATE_MODELS } from "../replicate/models";
import {
  BFL_ENGINE_ID,
  BFL_MODELS,
  COMFYUI_ENGINE_ID,
  COMFYUI_MODELS,
  GMI_ENGINE_ID,
  GMI_MODELS,
  KLING_ENGINE_ID,
  KLING_MODELS,
  KREA_ENGINE_ID,
  KREA_MODELS,
  STABILITY_ENGINE_ID,
  STABILITY_MODELS,
} from "../rest/models";
import { RUNWAY_ENGINE_ID, RUNWAY_LIVE_MODELS, RUNWAY_MODELS } from "../runway/models";
import { XAI_ENGINE_ID, XAI_MODELS } from "../xai/models";

/** A provider the studio has an adapter for, once a workspace connects it. */
export interface ConnectableEngine {
  readonly engineId: string;
  readonly name: string;
  readonly needs: ConnectionNeeds;
  /** Where the provider itself answers; empty for what one runs oneself. */
  readonly hosts: readonly string[];
  readonly models: readonly WireModel[];
  /** Models one speaks with, by the contract of live sessions; most engines have none. */
  readonly live?: readonly LiveModel[];
}

const A_KEY: ConnectionNeeds = { key: "required", baseUrl: "optional", webhookSecret: false, options: [] };
const SIGNED: ConnectionNeeds = { ...A_KEY, webhookSecret: true };

/** The makers and aggregators of language models in the catalogue that answer on OpenAI's chat endpoint. */
const LANGUAGE_HOSTS = [
  "api.openai.com",
  "api.anthropic.com",
  "generativelanguage.googleapis.com",
  "api.x.ai",
  "api.deepseek.com",
  "dashscope-intl.aliyuncs.com",
  "openrouter.ai",
  "api.gmi-serving.com",
  "ai-gateway.vercel.sh",
];

/** In the order an admin reads them. */
export const CONNECTABLE: readonly ConnectableEngine[] = [
  { engineId: OPENAI_ENGINE_ID, name: "OpenAI", needs: A_KEY, hosts: ["api.openai.com", "*.api.openai.com"], models: OPENAI_MODELS },
  { engineId: GOOGLE_ENGINE_ID, name: "Google", needs: A_KEY, hosts: ["generativelanguage.googleapis.com"], models: GOOGLE_MODELS },
  { engineId: XAI_ENGINE_ID, name: "xAI", needs: A_KEY, hosts: ["api.x.ai"], models: XAI_MODELS },
  { engineId: BFL_ENGINE_ID, name: "Black Forest Labs", needs: A_KEY, hosts: ["api.bfl.ai", "*.bfl.ai"], models: BFL_MODELS },
  { engineId: FAL_ENGINE_ID, name: "fal", needs: A_KEY, hosts: ["queue.fal.run"], models: FAL_MODELS },
  { engineId: REPLICATE_ENGINE_ID, name: "Replicate", needs: SIGNED, hosts: ["api.replicate.com"], models: REPLICATE_MODELS },
  {
    engineId: RUNWAY_ENGINE_ID,
    name: "Runway",
    needs: A_KEY,
    hosts: ["api.dev.runwayml.com"],
    models: RUNWAY_MODELS,
    live: RUNWAY_LIVE_MODELS,
  },
  { engineId: LUMA_ENGINE_ID, name: "Luma", needs: A_KEY, hosts: ["api.lumalabs.ai"], models: LUMA_MODELS },
  { engineId: KLING_ENGINE_ID, name: "Kling", needs: A_KEY, hosts: ["*.klingai.com"], models: KLING_MODELS },
  {
    engineId: ALIBABA_ENGINE_ID,
    name: "Alibaba Cloud",
    needs: A_KEY,
    hosts: ["dashscope-intl.aliyuncs.com", "dashscope.aliyuncs.com"],
    models: ALIBABA_MODELS,
  },
  { engineId: STABILITY_ENGINE_ID, name: "Stability AI", needs: A_KEY, hosts: ["api.stability.ai"], models: STABILITY_MODELS },
  { engineId: OPENROUTER_ENGINE_ID, name: "OpenRouter", needs: SIGNED, hosts: ["openrouter.ai"], models: OPENROUTER_MODELS },
  { engineId: GATEWAY_ENGINE_ID, name: "Vercel AI Gateway", needs: A_KEY, hosts: ["ai-gateway.vercel.sh"], models: GATEWAY_MODELS },
  {
    engineId: HEYGEN_ENGINE_ID,
    name: "HeyGen",
    needs: {
      ...A_KEY,
      options: [
        { key: "avatar", label: "Avatar", hint: "The id of the avatar that speaks, from HeyGen's list of avatars", isRequired: true },
        { key: "voice", label: "Voice", hint: "The id of its voice, from HeyGen's list of voices", isRequired: true },
      ],
    },
    hosts: ["api.heygen.com"],
    models: HEYGEN_MODELS,
  },
  { engineId: GMI_ENGINE_ID, name: "GMI Cloud", needs: A_KEY, hosts: ["console.gmicloud.ai"], models: GMI_MODELS },
  { engineId: KREA_ENGINE_ID, name: "Krea", needs: A_KEY, hosts: ["api.krea.ai"], models: KREA_MODELS },
  {
    engineId: LIVEAVATAR_ENGINE_ID,
    name: "LiveAvatar",
    needs: {
      ...A_KEY,
      options: [{ key: "avatar", label: "Avatar", hint: "The id of the avatar that sessions begin with; another can be named each time." }],
    },
    hosts: [new URL(LIVEAVATAR_BASE_URL).hostname],
    models: [],
    live: LIVEAVATAR_MODELS,
  },
  {
    engineId: COMFYUI_ENGINE_ID,
    name: "ComfyUI",
    needs: {
      key: "optional",
      baseUrl: "required",
      webhookSecret: false,
      options: [
        {
          key: "checkpoint",
          label: "Checkpoint",
          hint: "A file of the server's checkpoints folder, for example sd_xl_base_1.0.safetensors",
        },
      ],
    },
    hosts: [],
    models: COMFYUI_MODELS,
  },
  {
    engineId: OPENAI_COMPATIBLE_ENGINE_ID,
    name: "OpenAI-compatible server",
    needs: {
      key: "optional",
      baseUrl: "required",
      webhookSecret: false,
      options: [{ key: "model", label: "Model", hint: "The server's own name of its image model" }],
    },
    hosts: [],
    models: OPENAI_COMPATIBLE_MODELS,
  },
  // It makes no pictures: what it is asked for is help with words.
  { engineId: LANGUAGE_ENGINE_ID, name: "Language model", needs: LANGUAGE_NEEDS, hosts: LANGUAGE_HOSTS, models: [] },
];
