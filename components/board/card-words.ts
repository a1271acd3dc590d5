import type { SurfaceText } from "@/components/picture-surface";
import { sizeWords } from "@/lib/domain/grid/words";
import type { Difference } from "@/lib/domain/prompt/difference";
import { differenceWords } from "@/lib/domain/prompt/difference-words";
import { branchTitle, titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import { counted } from "./counted";

/** What a folded card holds: "4 variants, 2 prompts folded". */
export function foldedText(variants: number, prompts: number): string {
  const held = [...counted(variants, "variant", "variants"), ...counted(prompts, "prompt", "prompts")];
  return `${held.join(", ")} folded`.trim();
}

export function headerOf(prompt: PromptView, parentText: string | null, fits: number): readonly SurfaceText[] {
  const { controls } = prompt.recipe;
  const about = [
    prompt.pattern ? `${prompt.pattern.name} v${prompt.pattern.number}` : prompt.modelName,
    controls.quality,
    controls.aspectRatio,
  ];
  const { text } = prompt.recipe;
  const name = parentText === null ? (text.split("\n")[0] ?? "") : branchTitle(parentText, text, fits);
  const title: SurfaceText = { text: name, tone: prompt.archived ? "quiet" : "plain" };
  if (prompt.archived) return [title, { text: `Archived · ${about.join(" · ")}`, tone: "warn" }];
  if (prompt.grid) return [title, { text: `Grid ${sizeWords(prompt.grid.axes)} · ${prompt.grid.cells} cells`, tone: "accent" }];
  const replay = prompt.runs.find(({ replayOf }) => replayOf !== null)?.replayOf;
  if (replay) {
    const words = replay.isSame === null ? "Replay" : replay.isSame ? "Replay, same pixels" : "Replay, other pixels";
    return [title, { text: `${words} · ${about.join(" · ")}`, tone: "quiet" }];
  }
  if (prompt.runs.length === 0) return [title, { text: `Not run yet · ${prompt.author}`, tone: "accent" }];
  return [title, { text: about.join(" · "), tone: "quiet" }];
}

/** Read aloud at every step, so it is short: the whole recipe stands in the inspector. */
export function labelOf(
  prompt: PromptView,
  folded: string | null,
  { within, noted }: { readonly within: string; readonly noted: string },
): string {
  return [
    `Prompt: ${titleOf(prompt.recipe.text)}`,
    ...(prompt.archived ? ["archived"] : []),
    ...(folded === null ? [] : [folded]),
    ...(folded !== null && prompt.runs.length === 0 ? [] : [standingOf(prompt)]),
    ...(prompt.difference.length === 0 ? [] : [`differs by: ${differencesOf(prompt.difference)}`]),
    ...(within === "" ? [] : [`in section ${within}`]),
    ...(noted === "" ? [] : [noted]),
  ].join("; ");
}

/** What came of its runs: "4 variants, 2 on their way", "no variants, 1 run refused". */
function standingOf({ runs, variants, grid }: PromptView): string {
  if (grid) return `a grid of ${grid.cells} cells`;
  if (runs.length === 0) return "not run yet";
  const asked = runs.filter(({ status }) => !isFinished(status));
  const coming = asked.reduce((sum, run) => sum + run.count - variants.filter(({ runId }) => runId === run.id).length, 0);
  const ended = (outcomes: readonly RunStatus[]) => runs.filter(({ status }) => outcomes.includes(status)).length;
  return [
    ...counted(variants.length, "variant", "variants"),
    ...(variants.length === 0 && coming === 0 ? ["no variants"] : []),
    ...counted(coming, "on its way", "on their way"),
    ...counted(ended(["refused"]), "run refused", "runs refused"),
    ...counted(ended(["failed"]), "run failed", "runs failed"),
    ...counted(ended(["cancelled"]), "run cancelled", "runs cancelled"),
  ].join(", ");
}

const MAX_SPOKEN = 4;
const SPOKEN_LENGTH = 32;

function differencesOf(all: readonly Difference[]): string {
  const spoken = all.slice(0, MAX_SPOKEN).map(({ kind, text }) => differenceWords({ kind, text: titleOf(text, SPOKEN_LENGTH) }));
  return [...spoken, ...(all.length > MAX_SPOKEN ? [`${all.length - MAX_SPOKEN} more`] : [])].join(", ");
}

const SIGNS = {
  added: "+ ",
  removed: "− ",
  negative: "",
  reference: "",
  engine: "",
  aspect: "",
  quality: "",
  setting: "",
  count: "",
  seeds: "",
  pattern: "",
} as const;

export function chipsOf(prompt: PromptView, hidden: number): readonly SurfaceText[] {
  // What came says more than what went, and a card has room for little.
  const [gone, rest] = [prompt.difference.filter(isRemoved), prompt.difference.filter((chip) => !isRemoved(chip))];
  const chips = [...rest, ...gone].map((chip): SurfaceText => ({ text: `${SIGNS[chip.kind]}${chip.text}`, tone: toneOf(chip) }));
  return hidden > 0 ? [...chips, { text: `${hidden} more` }] : chips;
}

const isRemoved = (chip: Difference) => chip.kind === "removed";

const toneOf = (chip: Difference) =>
  isRemoved(chip) ? ("quiet" as const) : chip.kind === "pattern" ? ("accent" as const) : ("plain" as const);
