import { z } from "zod";
import { ControlKey, ControlValue } from "../engine/control";
import { Subject } from "../eval-set/eval-set";
import { VariableName } from "../pattern/variable";
import { AspectRatio, MAX_PROMPT_LENGTH, MAX_REFERENCES, ModelChoice, PlainText, Quality, Reference, Seed } from "../prompt/recipe";

/** A grid of more is nobody's idea of choosing; the canvas and the queue hold this many. */
export const MAX_CELLS = 1_000;
export const MAX_AXES = 6;

/** Where an alternative stands: in the prompt's or the negative's text, by its place among the alternatives there. */
export const Place = z.strictObject({ in: z.enum(["text", "negative"]), index: z.int().min(0).max(50) });

const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1, "An axis needs at least one value.").max(MAX_CELLS);

const FilledSubject = Subject.extend({
  text: PlainText.max(MAX_PROMPT_LENGTH),
  negative: PlainText.max(MAX_PROMPT_LENGTH),
  references: z.array(Reference).max(MAX_REFERENCES),
});

/** What changes along one direction of a grid, with its values in order. */
export const Axis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("alternatives"), place: Place, values: some(PlainText.max(2_000)) }),
  z.strictObject({ kind: z.literal("variable"), name: VariableName, values: some(PlainText.max(500)) }),
  z.strictObject({ kind: z.literal("seed"), values: some(Seed) }),
  z.strictObject({ kind: z.literal("model"), values: some(ModelChoice) }),
  z.strictObject({ kind: z.literal("aspect-ratio"), values: some(AspectRatio) }),
  z.strictObject({ kind: z.literal("quality"), values: some(Quality) }),
  z.strictObject({ kind: z.literal("setting"), key: ControlKey, values: some(ControlValue) }),
  /** Whole sets of references: [] is "without". */
  z.strictObject({ kind: z.literal("references"), values: some(z.array(Reference).max(16)) }),
  /** What a pattern says for values that belong together: words and references of its own, in place of the prompt's. */
  z.strictObject({ kind: z.literal("subjects"), values: some(FilledSubject) }),
]);
export type Axis = z.infer<typeof Axis>;

/** Leaves out every cell that has these values: places in `values` by place of the axis, e.g. { "0": 2 } = the third value of the first axis. */
export const Skip = z
  .record(z.string().regex(/^\d$/), z.int().min(0).max(MAX_CELLS))
  .refine((skip) => Object.keys(skip).length > 0, "Say which values to leave out.");
export type Skip = z.infer<typeof Skip>;

/** Which direction an axis is: two of the same would contradict each other. */
export function axisName(axis: Axis): string {
  switch (axis.kind) {
    case "alternatives":
      return `alternatives ${axis.place.in} ${axis.place.index}`;
    case "variable":
      return `{${axis.name}}`;
    case "setting":
      return `setting ${axis.key}`;
    default:
      return axis.kind;
  }
}
