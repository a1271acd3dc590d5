import {
  cardMetrics,
  layOutCard,
  type Rect,
  type SurfaceEdge,
  type SurfaceItem,
  type SurfacePicture,
  type SurfaceScene,
  type SurfaceText,
} from "@/components/picture-surface";
import type { Lit } from "@/lib/domain/board/find";
import { foldLineage } from "@/lib/domain/board/folding";
import { type LayoutNode, layOutLineage } from "@/lib/domain/board/layout";
import { sizeWords } from "@/lib/domain/grid/words";
import type { Difference } from "@/lib/domain/prompt/difference";
import { differenceWords } from "@/lib/domain/prompt/difference-words";
import { branchTitle, titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import { OUTCOME_WORDS, outcomeOf, reasonOf } from "@/lib/domain/run/outcome";
import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import type { RunView } from "@/lib/domain/run/view";
import { VariantPicture } from "./variant-picture";

const CELL_WIDTH = 136;
const CELL_HEIGHT_RANGE = [84, 184] as const;
/** How much of a title a card has room for, by what the letters of ordinary words are wide. */
const TITLE_LETTERS_A_COLUMN = 20;
const MAX_PICTURES = 8;
const FEW = 4;

/** Ids on the surface: prompts and variants keep theirs, pictures to come are named by run and index. */
export const pendingId = (runId: string, index: number) => `${runId}/${index}`;

/**
 * A board as the picture surface draws it, the given prompts folded, everything but what is lit stepping back. A prompt that did not change keeps its item object,
 * so that one event redraws one card.
 */
export function createBoardScene(): (prompts: readonly PromptView[], folded: ReadonlySet<string>, lit?: Lit | null) => SurfaceScene {
  const cards = new WeakMap<PromptView, Card>();
  const placed = new WeakMap<Card, Placed>();

  return (prompts, folded, lit = null) => {
    const { shown, hidden } = foldLineage(prompts, folded);
    const parents = new Set(prompts.map((prompt) => prompt.parentId));
    const texts = new Map(prompts.map((prompt) => [prompt.id, prompt.recipe.text]));
    const drawn = shown.map((prompt) => {
      const parentText = prompt.parentId === null ? null : (texts.get(prompt.parentId) ?? null);
      const fold: Fold = { hides: hidden.get(prompt.id) ?? null, leadsOn: parents.has(prompt.id), parentText };
      const known = cards.get(prompt);
      const card = known && isSameFold(known.fold, fold) ? known : cardOf(prompt, fold);
      cards.set(prompt, card);
      return card;
    });
    const places = layOutLineage(drawn.map((card) => card.node));
    const items = drawn.map((card) => {
      const place = places.get(card.node.id) ?? { x: 0, y: 0 };
      const shade = shadeOf(card.item, lit);
      const before = placed.get(card);
      if (before && before.item.x === place.x && before.item.y === place.y && before.shade === shade) return before.item;
      const item = { ...shaded(card.item, lit), ...place };
      placed.set(card, { item, shade });
      return item;
    });
    const there = new Set(shown.map((prompt) => prompt.id));
    const edges = shown.flatMap((prompt): SurfaceEdge[] =>
      prompt.parentId !== null && there.has(prompt.parentId) ? [{ id: `edge ${prompt.id}`, from: prompt.parentId, to: prompt.id }] : [],
    );
    return { items, edges };
  };
}

interface Placed {
  readonly item: SurfaceItem;
  readonly shade: string;
}

const isFaint = (picture: SurfacePicture, lit: Lit) => picture.state === "ready" && !lit.variants.has(picture.id);

/** Which of an item steps back, as a text that is the same as long as it does. */
function shadeOf(item: SurfaceItem, lit: Lit | null): string {
  if (lit === null) return "";
  if (!lit.prompts.has(item.id)) return "whole";
  return item.pictures.map((picture) => (isFaint(picture, lit) ? "1" : "0")).join("");
}

function shaded(item: SurfaceItem, lit: Lit | null): SurfaceItem {
  if (lit === null) return item;
  if (!lit.prompts.has(item.id)) return { ...item, faint: true, label: `${item.label}; not found` };
  return { ...item, pictures: item.pictures.map((picture) => (isFaint(picture, lit) ? faded(picture) : picture)) };
}

/** What a card shows of its place in the lineage. */
interface Fold {
  /** How many prompts a folded one hides, null for an open one. */
  readonly hides: number | null;
  /** It has branches. */
  readonly leadsOn: boolean;
  /** What its parent says, which the title need not repeat; null for a root. */
  readonly parentText: string | null;
}

const isSameFold = (one: Fold, other: Fold) =>
  one.hides === other.hides && one.leadsOn === other.leadsOn && one.parentText === other.parentText;

interface Card {
  readonly node: LayoutNode;
  readonly item: SurfaceItem;
  readonly fold: Fold;
}

function cardOf(prompt: PromptView, fold: Fold): Card {
  const all = picturesOf(prompt);
  const isFolded = fold.hides !== null;
  const sheet = all.slice(-MAX_PICTURES);
  const shown = isFolded ? [] : sheet;
  const columns = sheet.length > FEW ? 4 : 2;
  const aspect = shown[0]?.aspect ?? 1;
  const [shortest, tallest] = CELL_HEIGHT_RANGE;
  const cell = { width: CELL_WIDTH, height: Math.round(Math.min(tallest, Math.max(shortest, CELL_WIDTH / aspect))) };
  const folded = fold.hides === null ? null : foldedText(all.filter(({ state }) => state !== "failed").length, fold.hides);
  const chips =
    folded === null ? chipsOf(prompt, all.length - shown.length) : [{ text: folded, tone: "accent" as const }, ...chipsOf(prompt, 0)];
  const layout = layOutCard({ headerLines: 2, hasChips: chips.length > 0, pictures: shown.length, columns, cell });
  const item: SurfaceItem = {
    id: prompt.id,
    x: 0,
    y: 0,
    w: layout.width,
    h: layout.height,
    label: labelOf(prompt, folded),
    header: headerOf(prompt, fold.parentText, columns * TITLE_LETTERS_A_COLUMN),
    chips,
    pictures: shown.map((picture, index) => placedAt(picture, layout.cells[index] ?? { x: cardMetrics.padding, y: 0, w: 0, h: 0 })),
    folding: isFolded ? "folded" : all.length > 0 || fold.leadsOn ? "open" : undefined,
  };
  return { node: { id: prompt.id, parentId: prompt.parentId, width: layout.width, height: layout.height }, item, fold };
}

const counted = (count: number, one: string, more: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`]);

/** What a folded card holds: "4 variants, 2 prompts folded". */
function foldedText(variants: number, prompts: number): string {
  const held = [...counted(variants, "variant", "variants"), ...counted(prompts, "prompt", "prompts")];
  return `${held.join(", ")} folded`.trim();
}

function headerOf(prompt: PromptView, parentText: string | null, fits: number): readonly SurfaceText[] {
  const { model, controls } = prompt.recipe;
  const about = [
    prompt.pattern ? `${prompt.pattern.name} v${prompt.pattern.number}` : model.modelId,
    controls.quality,
    controls.aspectRatio,
  ];
  const { text } = prompt.recipe;
  const name = parentText === null ? (text.split("\n")[0] ?? "") : branchTitle(parentText, text, fits);
  const title: SurfaceText = { text: name, tone: prompt.archived ? "quiet" : "plain" };
  if (prompt.archived) return [title, { text: `Archived · ${about.join(" · ")}`, tone: "warn" }];
  if (prompt.grid) return [title, { text: `Grid ${sizeWords(prompt.grid.axes)} · ${prompt.grid.cells} cells`, tone: "accent" }];
  if (prompt.runs.length === 0) return [title, { text: `Not run yet · ${prompt.author}`, tone: "accent" }];
  return [title, { text: about.join(" · "), tone: "quiet" }];
}

/** Read aloud at every step, so it is short: the whole recipe stands in the inspector. */
function labelOf(prompt: PromptView, folded: string | null): string {
  return [
    `Prompt: ${titleOf(prompt.recipe.text)}`,
    ...(prompt.archived ? ["archived"] : []),
    ...(folded === null ? [] : [folded]),
    ...(folded !== null && prompt.runs.length === 0 ? [] : [standingOf(prompt)]),
    ...(prompt.difference.length === 0 ? [] : [`differs by: ${differencesOf(prompt.difference)}`]),
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

function chipsOf(prompt: PromptView, hidden: number): readonly SurfaceText[] {
  // What came says more than what went, and a card has room for little.
  const [gone, rest] = [prompt.difference.filter(isRemoved), prompt.difference.filter((chip) => !isRemoved(chip))];
  const chips = [...rest, ...gone].map((chip): SurfaceText => ({ text: `${SIGNS[chip.kind]}${chip.text}`, tone: toneOf(chip) }));
  return hidden > 0 ? [...chips, { text: `${hidden} more` }] : chips;
}

const isRemoved = (chip: Difference) => chip.kind === "removed";

const toneOf = (chip: Difference) =>
  isRemoved(chip) ? ("quiet" as const) : chip.kind === "pattern" ? ("accent" as const) : ("plain" as const);

type Face = VariantPicture | Omit<SurfacePicture, "x" | "y" | "w" | "h">;

const placedAt = (face: Face, cell: Rect): SurfacePicture => (face instanceof VariantPicture ? face.at(cell) : { ...face, ...cell });

const faded = (picture: SurfacePicture): SurfacePicture =>
  picture instanceof VariantPicture ? picture.faded() : { ...picture, faint: true };

/** Every run's pictures in the order they were asked for: there, on their way, or not coming. */
function picturesOf(prompt: PromptView): readonly Face[] {
  return prompt.runs.flatMap((run) => {
    const there = new Map(prompt.variants.filter((variant) => variant.runId === run.id).map((variant) => [variant.index, variant]));
    if (isFinished(run.status)) {
      const faces = [...there.values()].map((variant) => new VariantPicture(variant));
      return faces.length === 0 ? [failedFace(run)] : faces;
    }
    return Array.from({ length: run.count }, (_, index) => {
      const variant = there.get(index);
      if (variant) return new VariantPicture(variant);
      return run.status === "unknown" ? unknownFace(run, index) : pendingFace(run, index);
    });
  });
}

const WORK_WORDS = { queued: "Queued", submitting: "Starting", processing: "Painting" } as const;

function pendingFace(run: RunView, index: number): Face {
  const preview = run.progress.previews?.find((shown) => shown.index === index);
  const words = run.progress.waits
    ? "Waiting"
    : run.cancelAsked
      ? "Cancelling"
      : run.status in WORK_WORDS
        ? WORK_WORDS[run.status as keyof typeof WORK_WORDS]
        : "";
  const position = run.progress.queuePosition;
  const text = position !== null && position !== undefined && position > 0 ? `${words}, ${position} before it` : words;
  return {
    id: pendingId(run.id, index),
    label: `Variant ${index + 1} of ${run.count}: ${run.progress.waits ?? text}`,
    state: "pending",
    sources: preview ? [{ url: `/assets/preview/${run.id}/${index}?v=${preview.sha256.slice(0, 12)}`, width: 512 }] : [],
    aspect: run.width / run.height,
    thumbHash: preview?.thumbHash,
    progress: { fraction: run.progress.fraction ?? null, text },
  };
}

/** Nothing moves here: the provider's list or a person says what became of it. */
function unknownFace(run: RunView, index: number): Face {
  return {
    id: pendingId(run.id, index),
    label: `Variant ${index + 1} of ${run.count}`,
    state: "failed",
    sources: [],
    aspect: run.width / run.height,
    note: outcomeOf(run) === "needs-person" ? "Unknown: a person has to decide" : "Unknown: being clarified with the engine",
    isOpen: true,
  };
}

function failedFace(run: RunView): Face {
  const outcome = outcomeOf(run);
  const sentence = run.failure?.sentence ?? "This run made no picture.";
  return {
    id: pendingId(run.id, 0),
    label: "No picture",
    state: "failed",
    sources: [],
    aspect: run.width / run.height,
    note: outcome === "cancelled" ? "Cancelled" : `${OUTCOME_WORDS[outcome]}: ${reasonOf(run) || sentence}`,
    isOpen: outcome === "made-elsewhere",
  };
}
