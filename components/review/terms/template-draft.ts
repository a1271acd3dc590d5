import { v7 as newId } from "uuid";
import type { CardTemplate } from "@/lib/domain/review/template";
import { draftFromTemplate, type TermsDraft, termsOf } from "./terms-draft";

/** A card template while somebody writes it: what is chosen whole, and what is typed or chosen in steps. */
export type TemplateDraft = { readonly template: CardTemplate; readonly terms: TermsDraft };

export const templateDraft = (template: CardTemplate): TemplateDraft => ({ template, terms: draftFromTemplate(template, template.name) });

/** The template as the studio takes it. */
export function templateOf({ template, terms }: TemplateDraft): CardTemplate {
  const { goal, acceptableDefects, retryLimit, fallbackPath, stages } = termsOf(terms);
  return { ...template, goal, acceptableDefects, retryLimit, fallbackPath, stages };
}

/** Another template to begin with: the same but for its name. */
export function copyOf(draft: TemplateDraft, names: readonly string[]): TemplateDraft {
  const free = (count: number): string => {
    const name = `${draft.template.name} ${count}`;
    return names.includes(name) ? free(count + 1) : name;
  };
  return { ...draft, template: { ...draft.template, id: newId(), name: free(2) } };
}
