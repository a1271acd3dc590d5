import { ACTIVE, documented, entry, inPackage, ran, route } from "../entry";

/** Language models from makers without pictures or video here; they help with words only. */
export const LANGUAGE = [
  entry({
    id: "claude",
    name: "Claude",
    maker: "Anthropic",
    category: "language",
    summary: "Language models that also look at pictures.",
    modes: ["text", "image"],
    gives: "text",
    weights: inPackage("closed", "@ai-sdk/anthropic 4.0.105: reached through the API only"),
    status: ACTIVE,
    reached: inPackage("POST /v1/messages", "@ai-sdk/anthropic 4.0.105"),
    routes: [{ engineId: "anthropic", modelId: "claude-opus-5-5" }],
  }),
  entry({
    id: "deepseek",
    name: "DeepSeek",
    maker: "DeepSeek",
    category: "language",
    summary: "Language models with a chat API.",
    modes: ["text"],
    gives: "text",
    status: ACTIVE,
    reached: inPackage("chat completions", "@ai-sdk/deepseek 3.0.56"),
    routes: [{ engineId: "deepseek", modelId: "deepseek-chat" }],
  }),
  entry({
    id: "qwen-3",
    name: "Qwen3",
    maker: "Alibaba",
    category: "language",
    summary: "Open-weight language models, hosted or on a server of one's own.",
    modes: ["text"],
    gives: "text",
    residency: documented(["own-hardware"], "runs behind any OpenAI-compatible server"),
    weights: documented("open", "Qwen model pages"),
    status: ACTIVE,
    reached: ran("POST /v1/chat/completions", "@ai-sdk/openai-compatible 3.0.92 on a stand-in; @ai-sdk/alibaba 2.0.58 hosted"),
    routes: [
      route("alibaba", "qwen3-max", { residency: documented(["asia-pacific"], "Alibaba Cloud: dashscope-intl.aliyuncs.com") }),
      { engineId: "openai-compatible", modelId: "qwen3" },
    ],
  }),
];
