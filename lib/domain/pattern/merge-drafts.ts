import { carryOver } from "../prompt/carry-over";
import { isSame, mergeList } from "../prompt/merge-list";
import { mergeText } from "../prompt/merge-text";
import { TemplateDraft } from "./draft";

/**
 * Two people wrote at the same draft. What only one of them changed is kept from both – texts by word, lists by member, the rest by field; where
 * both changed the same, `first` keeps its own.
 * @param base what both began from
 */
export function mergeDrafts(base: TemplateDraft, first: TemplateDraft, second: TemplateDraft): TemplateDraft {
  const { recipe } = carryOver(base, first, second);
  const list = <Field extends "alternatives" | "free" | "variables" | "acceptableDefects">(
    field: Field,
    keyOf: (member: TemplateDraft[Field][number]) => string,
  ) => mergeList<TemplateDraft[Field][number]>(base[field], first[field], second[field], keyOf);
  return {
    ...recipe,
    alternatives: list("alternatives", ({ engineId, modelId }) => `${engineId}/${modelId}`),
    free: list("free", (control) => control),
    variables: list("variables", ({ name }) => name),
    acceptableDefects: list("acceptableDefects", ({ kind }) => kind),
    notes: mergeText(base.notes, first.notes, second.notes).text,
  };
}

/** Whether two drafts say the same, in whatever order their fields stand. */
export const saysSame = (one: TemplateDraft, other: TemplateDraft): boolean =>
  TemplateDraft.keyof().options.every((field) => isSame(one[field], other[field]));
