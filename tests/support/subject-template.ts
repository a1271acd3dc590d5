import { Template } from "@/lib/domain/pattern/template";
import { recipe } from "./recipes";

/** What the patterns of tests are made of: a subject that must be given and a light that need not. */
export function subjectTemplate() {
  const { model, controls, seeds, count } = recipe();
  return Template.parse({
    text: "{subject} at [sea], {light}",
    negative: "",
    variables: [
      { name: "subject", default: null, examples: [] },
      { name: "light", default: "dusk", examples: [] },
    ],
    model,
    controls,
    seeds,
    count,
  });
}
