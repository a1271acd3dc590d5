import { layOutCard, type SurfaceEdge, type SurfaceItem, type SurfaceRegion, type SurfaceScene } from "@/components/picture-surface";
import { colourLook } from "@/components/ui/colours";
import type { Lit } from "@/lib/domain/board/find";
import { foldLineage } from "@/lib/domain/board/folding";
import { type Frame, type LayoutNode, layOutLineage, SECTION_HEAD } from "@/lib/domain/board/layout";
import { type CollapsedSection, collapseSections, type SectionView, sectionByTop, sectionIdOf } from "@/lib/domain/board/section";
import type { PromptView } from "@/lib/domain/prompt/view";
import { counted } from "./counted";
import { NOTHING_PINNED, notesByPrompt, noteWords, type Pinned, withinWords } from "./pinned";
import { CELL_HEIGHT_RANGE, CELL_WIDTH, type Fold, isSameFold, PlacedCard, PromptCard, shadeOf } from "./prompt-card";

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
  const cards = new WeakMap<PromptView, DrawnPrompt>();
  const placed = new WeakMap<Drawn, Placed>();
  const collapsedCards = new Map<string, DrawnSection>();
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
    const drawn = entries.map((entry): Drawn => {
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
      if (known && isSameFold(known.card.fold, fold)) return known;
      const fresh = drawnPrompt(new PromptCard(entry, fold));
      cards.set(entry, fresh);
      return fresh;
    });
    const { places, frames } = layOutLineage(
      drawn.map(({ node }) => {
        const sectionId = tops.get(node.id);
        return sectionId === undefined ? node : { ...node, sectionId };
      }),
    );
    const items = drawn.map((one) => {
      const place = places.get(one.node.id) ?? { x: 0, y: 0 };
      const shade = one.card ? shadeOf(one.card, lit) : lit === null ? "" : "whole";
      const before = placed.get(one);
      if (before && before.item.x === place.x && before.item.y === place.y && before.shade === shade) return before.item;
      const item = one.card ? new PlacedCard(one.card, place, lit) : { ...(lit === null ? one.item : steppingBack(one.item)), ...place };
      placed.set(one, { item, shade });
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
  known: Map<string, DrawnSection>,
  { id, parentId, inside }: CollapsedSection<PromptView>,
  section: SectionView | undefined,
  hidden: ReadonlyMap<string, number>,
): DrawnSection {
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
  const drawn: DrawnSection = { node: { id, parentId, width, height }, card: null, item, holds: prompts };
  known.set(id, drawn);
  return drawn;
}

const steppingBack = (item: SurfaceItem): SurfaceItem => ({ ...item, faint: true, label: `${item.label}; not found` });

interface DrawnPrompt {
  readonly node: LayoutNode;
  readonly card: PromptCard;
  readonly holds: null;
}

interface DrawnSection {
  readonly node: LayoutNode;
  readonly card: null;
  readonly item: SurfaceItem;
  /** How many prompts it holds. */
  readonly holds: number;
}

type Drawn = DrawnPrompt | DrawnSection;

function drawnPrompt(card: PromptCard): DrawnPrompt {
  const { id, parentId } = card.prompt;
  return { node: { id, parentId, width: card.width, height: card.height }, card, holds: null };
}

interface Placed {
  readonly item: SurfaceItem;
  readonly shade: string;
}
