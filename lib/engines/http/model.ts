import type { Control } from "@/lib/domain/engine/control";
import type { Pricing } from "@/lib/domain/engine/pricing";
import type { WireModel } from "./wire";

type Accepts = WireModel["accepts"];
type Stated = Pick<Accepts, "modelId" | "name" | "category" | "longSide"> & Partial<Accepts>;

/** What a model of a provider accepts; what is not stated it does not have. One output a run, because one submit is one job. */
export function accepts(stated: Stated): Accepts {
  return {
    revision: "2026-11-21",
    aspectRatios: ["1:1", "4:5", "5:4", "3:4", "4:3", "2:3", "3:2", "9:16", "16:9", "21:9"],
    qualities: ["draft", "final"],
    maxVariants: 1,
    needsText: true,
    negative: false,
    wordWeights: null,
    seeds: false,
    deterministic: false,
    referenceRoles: [],
    maxReferences: 0,
    requiredReferences: [],
    settings: [],
    ...stated,
  };
}

export function perImage(draftMicros: number, finalMicros = draftMicros): Pricing {
  return { per: "image", micros: { draft: draftMicros, final: finalMicros } };
}

/** Billed by the second of video, its length in the setting `duration`. */
export function perSecond(micros: number): Pricing {
  return { per: "second", micros: { draft: micros, final: micros }, setting: "duration", seconds: { least: 5, most: 10 } };
}

export function choiceOf(key: string, label: string, values: readonly string[], first: string, unit = ""): Control {
  return { kind: "choice", key, label, options: values.map((value) => ({ value, label: `${value}${unit}` })), default: first };
}

export const SOUND: Control = { kind: "toggle", key: "sound", label: "Sound", default: true };
