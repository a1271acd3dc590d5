import { idOfModel, type ModelName } from "../prompt/model-name";
import type { Reference } from "../prompt/recipe";
import { settingName, spoken } from "../prompt/setting-words";
import { compareWords, type WordChange } from "../prompt/words";
import type { AcceptableDefect } from "../review/defect";
import { controlWords } from "./free-control";
import type { Template } from "./template";
import type { Variable } from "./variable";

/** One fact of a version that differs, as people read it. */
export interface FactChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A reference that is in one of the two, or in both with another weight or unchanged. */
export interface ReferencePair<Face extends Reference> {
  readonly before: Face | null;
  readonly after: Face | null;
}

/** A variable that came, went or changed; null where there is none. */
export interface VariableChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two versions. Texts are null where they are the same. */
export interface VersionDifference<Face extends Reference> {
  readonly text: readonly WordChange[] | null;
  readonly negative: readonly WordChange[] | null;
  readonly notes: readonly WordChange[] | null;
  readonly variables: readonly VariableChange[];
  /** All of them, those that differ first. */
  readonly references: readonly ReferencePair<Face>[];
  readonly controls: readonly FactChange[];
  readonly defects: readonly FactChange[];
}

/**
 * Which two versions to lay side by side when one is shown: from the one that was asked for, else from the next older, which it
 * most likely came from. The oldest is laid beside what came after it; no version beside itself. Null of a single one.
 * @param versions newest first
 */
export function pairToCompare<Version extends { readonly number: number }>(
  versions: readonly Version[],
  shown: Version,
  from: number | null,
): { readonly before: Version; readonly after: Version } | null {
  const asked = versions.find(({ number }) => number === from && number !== shown.number);
  const older = asked ?? versions.find(({ number }) => number < shown.number);
  if (older) return { before: older, after: shown };
  const newer = versions.findLast(({ number }) => number > shown.number);
  return newer ? { before: shown, after: newer } : null;
}

interface Contents<Face extends Reference> {
  readonly template: Template;
  readonly references: readonly Face[];
}

export function differenceOfVersions<Face extends Reference>(
  before: Contents<Face>,
  after: Contents<Face>,
  nameOf: ModelName = idOfModel,
): VersionDifference<Face> {
  const [was, is] = [before.template, after.template];
  const words = (one: string, other: string) => (one === other ? null : compareWords(one, other));
  return {
    text: words(was.text, is.text),
    negative: words(was.negative, is.negative),
    notes: words(was.notes, is.notes),
    variables: variableChanges(was.variables, is.variables),
    references: referencePairs(before.references, after.references),
    controls: changes(controlFacts(was, nameOf), controlFacts(is, nameOf)),
    defects: changes(defectFacts(was.acceptableDefects), defectFacts(is.acceptableDefects)),
  };
}

export const differs = <Face extends Reference>({ before, after }: ReferencePair<Face>) =>
  before === null || after === null || before.weight !== after.weight;

/** Whether two versions say the same thing. */
export function isSameVersion(difference: VersionDifference<Reference>): boolean {
  const { text, negative, notes, variables, references, controls, defects } = difference;
  const isSameText = text === null && negative === null && notes === null;
  return isSameText && variables.length + controls.length + defects.length === 0 && !references.some(differs);
}

const placeOf = ({ assetId, role }: Reference) => `${assetId} ${role}`;

function referencePairs<Face extends Reference>(before: readonly Face[], after: readonly Face[]): readonly ReferencePair<Face>[] {
  const find = (all: readonly Face[], place: string) => all.find((one) => placeOf(one) === place) ?? null;
  const places = [...new Set([...before, ...after].map(placeOf))];
  const pairs = places.map((place) => ({ before: find(before, place), after: find(after, place) }));
  return [...pairs.filter(differs), ...pairs.filter((pair) => !differs(pair))];
}

/** What a variable takes, in words: "required text; for example fox, heron". */
export function variableWords({ type, default: fallback, examples }: Pick<Variable, "type" | "default" | "examples">): string {
  const need = fallback === null ? "required" : fallback === "" ? "optional" : null;
  const kind = {
    text: () => "text",
    choice: () => `one of ${type.kind === "choice" ? type.options.join(", ") : ""}`,
    number: () => (type.kind === "number" ? `number ${type.min} to ${type.max}${type.step === null ? "" : `, steps of ${type.step}`}` : ""),
    reference: () => (type.kind === "reference" ? `${type.role} reference ${Math.round(type.weight * 100)} %` : ""),
  }[type.kind]();
  const isPicture = type.kind === "reference";
  const standing = fallback && !isPicture ? `“${fallback}” unless given` : fallback ? "a picture unless given" : null;
  const seen = examples.length === 0 ? null : isPicture ? `${examples.length} examples` : `for example ${examples.join(", ")}`;
  return [[need, kind].filter(Boolean).join(" "), standing, seen].filter(Boolean).join("; ");
}

function variableChanges(before: readonly Variable[], after: readonly Variable[]): readonly VariableChange[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const said = (all: readonly Variable[], name: string) => {
    const variable = all.find((one) => one.name === name);
    return variable ? variableWords(variable) : null;
  };
  return names
    .map((name) => ({ name, before: said(before, name), after: said(after, name) }))
    .filter(({ before, after }) => before !== after);
}

type Facts = ReadonlyMap<string, string>;

function controlFacts(template: Template, nameOf: ModelName): Facts {
  const { model, alternatives, controls, seeds, count, free } = template;
  const modelWords = (one: Template["model"]) => `${nameOf(one)}, revision ${one.revision}`;
  const seedWords = seeds.mode === "random" ? "new each run" : seeds.values.join(", ");
  return new Map([
    ["Model", modelWords(model)],
    ["Other models", alternatives.map(modelWords).join("; ")],
    ["Aspect ratio", controls.aspectRatio],
    ["Quality", controls.quality],
    ...Object.entries(controls.settings).map(([key, value]) => [capital(settingName(key)), spoken(value)] as const),
    ["Variants", String(count)],
    ["Seeds", seedWords],
    ["Free to set", free.map(controlWords).sort().join(", ")],
  ]);
}

const defectFacts = (defects: readonly AcceptableDefect[]): Facts =>
  new Map(defects.map(({ kind, maxSeverity, note }) => [capital(kind), `up to ${maxSeverity}${note === "" ? "" : `: ${note}`}`]));

function changes(before: Facts, after: Facts): readonly FactChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const none = (text: string | undefined) => (text ? text : "none");
  return names
    .map((name) => ({ name, before: none(before.get(name)), after: none(after.get(name)) }))
    .filter(({ before, after }) => before !== after);
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
