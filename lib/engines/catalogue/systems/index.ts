import type { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import { AGGREGATORS } from "./aggregators";
import { AVATARS } from "./avatars";
import { BYTEDANCE } from "./bytedance";
import { FLUX } from "./flux";
import { GOOGLE } from "./google";
import { LANGUAGE } from "./language";
import { OPEN_IMAGES } from "./open-images";
import { OPENAI } from "./openai";
import { RUNWAY } from "./runway";
import { SKETCH } from "./sketch";
import { STABILITY } from "./stability";
import { VIDEO_MAKERS } from "./video-makers";
import { XAI } from "./xai";

/** Every system we know of, whether the studio can reach it or not. */
export const SYSTEMS: readonly CatalogueEntry[] = [
  ...SKETCH,
  ...OPENAI,
  ...GOOGLE,
  ...XAI,
  ...FLUX,
  ...BYTEDANCE,
  ...OPEN_IMAGES,
  ...STABILITY,
  ...RUNWAY,
  ...VIDEO_MAKERS,
  ...AVATARS,
  ...LANGUAGE,
  ...AGGREGATORS,
];
