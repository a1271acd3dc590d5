import {
  cardMetrics,
  layOutCard,
  type SurfaceEdge,
  type SurfaceItem,
  type SurfacePicture,
  type SurfaceRegion,
  type SurfaceScene,
  type SurfaceText,
} from "@/components/picture-surface";
import { colourLook } from "@/components/ui/colours";
import type { Lit } from "@/lib/domain/board/find";
import { foldLineage } from "@/lib/domain/board/folding";
import { type Frame, type LayoutNode, layOutLineage, SECTION_HEAD } from "@/lib/domain/board/layout";
import { type CollapsedSection, collapseSections, type SectionView, sectionByTop, sectionIdOf } from "@/lib/domain/board/section";
import { sizeWords } from "@/lib/domain/grid/words";
import type { Difference } from "@/lib/domain/prompt/difference";
import { differenceWords } from "@/lib/domain/prompt/difference-words";
import { branchTitle, titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import { faded, picturesOf, placedAt } from "./board-faces";
import { counted } from "./counted";
import { NOTHING_PINNED, notesByPrompt, noteWords, type Pinned, withinWords } from "./pinned";

const CELL_WIDTH = 136;
const CELL_HEIGHT_RANGE = [84, 184] as const;
/** How much of a title a card has room for, by what the letters of ordinary words are wide. */
const TITLE_LETTERS_A_COLUMN = 20;
const MAX_PICTURES = 8;
const FEW = 4;

/** Where a section stands, as it is drawn. */
export interface DrawnFrame extends SurfaceRegion, Frame {
  /** How many prompts a collapsed one holds; null for one that is shown whole. */
  readonly holds: number | null;
}

/** A board as it is drawn, with the frames its sections have there. */
export interface BoardScene extends SurfaceScene {
  readonly regions: readonly DrawnFrame[];
}

type SceneOf = (prompts: readonly PromptView[], folded: ReadonlySet<string>, lit?: Lit | null, pinned?: Pinned) => BoardScene;

/**
 * A board as the picture surface draws it, the given prompts folded and sections collapsed, everything but what is lit
 * stepping back. A prompt that did not change keeps its item object, so that one event redraws one card.
 */
export function createBoardScene(): SceneOf {
  const cards = new WeakMap<PromptView, Card>();
  const placed = new WeakMap<Card, Placed>();
  const collapsedCards = new Map<string, Card>();
  let framed = new Map<string, DrawnFrame>();

  return (prompts, folded, lit = null, { sections, notes } = NOTHING_PINNED) => {
    const { shown, hidden } = foldLineage(prompts, folded);
    const parents = new Set(prompts.map((prompt) => prompt.parentId));
    const texts = new Map(prompts.map((prompt) => [prompt.id, prompt.recipe.text]));
    const withinOf = withinWords(prompts, sections);
    const notesOf = notesByPrompt(notes);
    const tops = sectionByTop(sections);
    const byId = new Map(sections.map((section) => [section.id, section]));
    const entries = collapseSections(shown, sections, folded);
    const drawn = entries.map((entry) => {
      if ("inside" in entry) return collapsedCard(collapsedCards, entry, byId.get(entry.sectionId), hidden);
      const parentText = entry.parentId === null ? null : (texts.get(entry.parentId) ?? null);
      const fold: Fold = {
        hides: hidden.get(entry.id) ?? null,
        leadsOn: parents.has(entry.id),
        parentText,
        within: withinOf(entry.id),
        notes: notesOf.get(entry.id)?.length ?? 0,
        noted: noteWords(notesOf.get(entry.id) ?? []),
      };
      const known = cards.get(entry);
      const card = known && isSameFold(known.fold, fold) ? known : cardOf(entry, fold);
      cards.set(entry, card);
      return card;
    });
    const { places, frames } = layOutLineage(
      drawn.map(({ node }) => {
        const sectionId = tops.get(node.id);
        return sectionId === undefined ? node : { ...node, sectionId };
      }),
    );
    const items = drawn.map((card) => {
      const place = places.get(card.node.id) ?? { x: 0, y: 0 };
      const shade = shadeOf(card.item, lit);
      const before = placed.get(card);
      if (before && before.item.x === place.x && before.item.y === place.y && before.shade === shade) return before.item;
      const item = { ...shaded(card.item, lit), ...place };
      placed.set(card, { item, shade });
      return item;
    });
    const there = new Set(entries.map(({ id }) => id));
    const edges = entries.flatMap(({ id, parentId }): SurfaceEdge[] =>
      parentId !== null && there.has(parentId) ? [{ id: `edge ${id}`, from: parentId, to: id }] : [],
    );
    const standing = [
      ...frames.map((frame) => ({ ...frame, holds: null })),
      ...drawn.flatMap(({ node: { id, width: w, height: h }, holds }) =>
        holds === null ? [] : [{ id: `collapsed ${id}`, sectionId: sectionIdOf(id), ...(places.get(id) ?? { x: 0, y: 0 }), w, h, holds }],
      ),
    ];
    framed = new Map(
      standing.map((frame) => {
        const region = { ...frame, css: colourLook(byId.get(frame.sectionId)?.colour ?? "none")?.css ?? null };
        const before = framed.get(frame.id);
        return [frame.id, before && isSameRegion(before, region) ? before : region];
      }),
    );
    return { items, edges, regions: [...framed.values()] };
  };
}

const isSameRegion = (a: DrawnFrame, b: DrawnFrame) =>
  a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h && a.css === b.css && a.holds === b.holds;

/** What stands in the place of a collapsed section: room for its name, which is drawn with its frame. */
function collapsedCard(
  known: Map<string, Card>,
  { id, parentId, inside }: CollapsedSection<PromptView>,
  section: SectionView | undefined,
  hidden: ReadonlyMap<string, number>,
): Card {
  const prompts = inside.reduce((sum, prompt) => sum + 1 + (hidden.get(prompt.id) ?? 0), 0);
  const name = section?.name ?? "";
  const words = counted(prompts, "prompt", "prompts").join("");
  const label = `Section “${name}”, collapsed; ${words}`;
  const before = known.get(id);
  if (before?.item.label === label && before.node.parentId === parentId) return before;
  const cell = { width: CELL_WIDTH, height: CELL_HEIGHT_RANGE[0] };
  const { width } = layOutCard({ headerLines: 2, hasChips: false, pictures: 0, columns: 2, cell });
  const height = SECTION_HEAD;
  const item: SurfaceItem = {
    ...{ id, x: 0, y: 0, w: width, h: height, label },
    ...{ header: [], chips: [], pictures: [], card: false, folding: "folded" },
  };
  const card: Card = { node: { id, parentId, width, height }, item, fold: null, holds: prompts };
  known.set(id, card);
  return card;
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
  /** The names of the sections it is in; empty outside. */
  readonly within: string;
  /** How many notes are on it. */
  readonly notes: number;
  /** The newest of them, as it is read aloud. */
  readonly noted: string;
}

const isSameFold = (one: Fold | null, other: Fold) =>
  one !== null &&
  one.hides === other.hides &&
  one.leadsOn === other.leadsOn &&
  one.parentText === other.parentText &&
  one.within === other.within &&
  one.notes === other.notes &&
  one.noted === other.noted;

interface Card {
  readonly node: LayoutNode;
  readonly item: SurfaceItem;
  /** Null for a collapsed section. */
  readonly fold: Fold | null;
  /** How many prompts a collapsed section holds; null for a prompt. */
  readonly holds: number | null;
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
    label: labelOf(prompt, folded, fold),
    header: headerOf(prompt, fold.parentText, columns * TITLE_LETTERS_A_COLUMN),
    chips,
    pictures: shown.map((picture, index) => placedAt(picture, layout.cells[index] ?? { x: cardMetrics.padding, y: 0, w: 0, h: 0 })),
    notes: fold.notes,
    folding: isFolded ? "folded" : all.length > 0 || fold.leadsOn ? "open" : undefined,
  };
  return { node: { id: prompt.id, parentId: prompt.parentId, width: layout.width, height: layout.height }, item, fold, holds: null };
}

/** What a folded card holds: "4 variants, 2 prompts folded". */
function foldedText(variants: number, prompts: number): string {
  const held = [...counted(variants, "variant", "variants"), ...counted(prompts, "prompt", "prompts")];
  return `${held.join(", ")} folded`.trim();
}

function headerOf(prompt: PromptView, parentText: string | null, fits: number): readonly SurfaceText[] {
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
  if (prompt.runs.length === 0) return [title, { text: `Not run yet · ${prompt.author}`, tone: "accent" }];
  return [title, { text: about.join(" · "), tone: "quiet" }];
}

/** Read aloud at every step, so it is short: the whole recipe stands in the inspector. */
function labelOf(prompt: PromptView, folded: string | null, { within, noted }: Fold): string {
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

function chipsOf(prompt: PromptView, hidden: number): readonly SurfaceText[] {
  // What came says more than what went, and a card has room for little.
  const [gone, rest] = [prompt.difference.filter(isRemoved), prompt.difference.filter((chip) => !isRemoved(chip))];
  const chips = [...rest, ...gone].map((chip): SurfaceText => ({ text: `${SIGNS[chip.kind]}${chip.text}`, tone: toneOf(chip) }));
  return hidden > 0 ? [...chips, { text: `${hidden} more` }] : chips;
}

const isRemoved = (chip: Difference) => chip.kind === "removed";

const toneOf = (chip: Difference) =>
  isRemoved(chip) ? ("quiet" as const) : chip.kind === "pattern" ? ("accent" as const) : ("plain" as const);
