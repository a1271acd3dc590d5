import type { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import type { Template } from "@/lib/domain/pattern/template";
import type { LabelName, PatternVersionView } from "@/lib/domain/pattern/view";
import type { ModelName } from "@/lib/domain/prompt/model-name";
import type { Reference } from "@/lib/domain/prompt/recipe";
import { settingWords } from "@/lib/domain/prompt/setting-words";

export const LABEL_WORDS = {
  candidate: { label: "Candidate", hint: "The version that is being tried" },
  production: { label: "Production", hint: "The version that is proven and signed" },
} as const satisfies Record<LabelName, { label: string; hint: string }>;

export const roleAndWeight = ({ role, weight }: Pick<Reference, "role" | "weight">) => `${role} ${Math.round(weight * 100)} %`;

/** What of a recipe is not words: "Sketch, revision 3 · 4:5 · draft · × 4 · new seeds each run". */
export function settingsText(
  { model, controls, seeds, count }: Pick<Template, "model" | "controls" | "seeds" | "count">,
  nameOf: ModelName,
): string {
  const seedText =
    seeds.mode === "random" ? "new seeds each run" : `${seeds.values.length === 1 ? "seed" : "seeds"} ${seeds.values.join(", ")}`;
  const chosen = [controls.aspectRatio, controls.quality, ...settingWords(controls.settings)];
  return [`${nameOf(model)}, revision ${model.revision}`, ...chosen, `× ${count}`, seedText].join(" · ");
}

export const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What whoever reads an older version should know of the newest one before they take it.
 * @param evidence of the newest; null when nobody tried it, undefined while that is not known
 */
export function newerWords(
  { number, labels }: Pick<PatternVersionView, "number" | "labels">,
  evidence: Pick<EvidenceView, "rate" | "hidden"> | null | undefined,
): string {
  const begin = `Version ${number} is newer`;
  if (labels.includes("production")) return `${begin} and in production.`;
  if (evidence === undefined) return `${begin}; it is not signed.`;
  if (evidence === null) return `${begin}, but not tried yet.`;
  if (evidence.rate === null && evidence.hidden > 0) return `${begin}; it is tried, in a blind trial you have not judged.`;
  return evidence.rate === null ? `${begin}; it is tried, but not judged yet.` : `${begin}; it is tried, but not signed.`;
}
