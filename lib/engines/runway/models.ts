import type { AspectRatio } from "@/lib/domain/prompt/recipe";
import { accepts, perSecond } from "../http/model";
import type { WireModel } from "../http/wire";
import type { LiveModel } from "../live";

export const RUNWAY_ENGINE_ID = "runway";

/** A credit is one cent. */
export const MICROS_PER_CREDIT = 10_000;

const SIDES = { draft: 1280, final: 1280 } as const;
const SECONDS = { kind: "number", key: "duration", label: "Length", min: 2, max: 10, step: 1, unit: "s", default: 5 } as const;

/** Runway names shapes by their pixels. */
export const RATIOS: Partial<Record<AspectRatio, string>> = {
  "16:9": "1280:720",
  "9:16": "720:1280",
  "4:3": "1104:832",
  "3:4": "832:1104",
  "1:1": "960:960",
  "21:9": "1584:672",
};

export const RUNWAY_MODELS: readonly WireModel[] = [
  {
    remote: "gen4.5",
    pricing: perSecond(250_000),
    accepts: accepts({
      modelId: "gen4.5",
      name: "Runway Gen-4.5",
      category: "video.generate",
      longSide: SIDES,
      // What both text and a start frame can have; a start frame alone could have more.
      aspectRatios: ["16:9", "9:16"],
      seeds: true,
      referenceRoles: ["start-frame"],
      maxReferences: 1,
      settings: [SECONDS],
    }),
  },
  {
    remote: "gen4_turbo",
    pricing: null,
    accepts: accepts({
      modelId: "gen4_turbo",
      name: "Runway Gen-4 Turbo",
      category: "video.generate",
      longSide: SIDES,
      aspectRatios: ["16:9", "9:16", "4:3", "3:4", "1:1", "21:9"],
      seeds: true,
      needsText: false,
      referenceRoles: ["start-frame"],
      requiredReferences: ["start-frame"],
      maxReferences: 1,
      settings: [SECONDS],
    }),
  },
  {
    remote: "act_two",
    // Billed by the clip's length, which no list we have puts a price on.
    pricing: null,
    accepts: accepts({
      modelId: "act_two",
      name: "Runway Act-Two",
      category: "video.generate",
      longSide: SIDES,
      aspectRatios: ["16:9", "9:16", "4:3", "3:4", "1:1", "21:9"],
      seeds: true,
      needsText: false,
      referenceRoles: ["character", "motion"],
      requiredReferences: ["character", "motion"],
      maxReferences: 2,
      settings: [
        { kind: "toggle", key: "body", label: "Body moves too", default: true },
        { kind: "number", key: "expression", label: "Expression", min: 1, max: 5, step: 1, unit: null, default: 3 },
      ],
    }),
  },
];

/** Two credits when a session begins, and two for every six seconds of it. */
export const SECONDS_A_STEP = 6;
export const RUNWAY_LIVE_MODELS: readonly LiveModel[] = [
  {
    modelId: "gwm1_avatars",
    name: "Runway real-time avatars",
    startMicros: 2 * MICROS_PER_CREDIT,
    minuteMicros: (60 / SECONDS_A_STEP) * 2 * MICROS_PER_CREDIT,
    maxMinutes: 5,
    takesText: false,
  },
];
