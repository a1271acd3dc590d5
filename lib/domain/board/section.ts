import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Colour } from "../selection/flags";
import { Id } from "../wire";

/** A board with more of them is several boards. */
export const MAX_SECTIONS_A_BOARD = 200;
/** As many as may be put into a section at once. */
export const MAX_PLACED = 1_000;

export const SectionName = PlainText.trim().min(1, "Give the section a name.").max(80, "A section's name has at most 80 letters.");

/** A named, coloured region of a board. It groups subtrees, and stands where they stand. */
export const SectionView = z.strictObject({
  id: Id,
  name: z.string(),
  colour: Colour,
  /** The tops of its subtrees, archived ones too; what is branched from them is in the section with them. */
  promptIds: z.array(Id),
  author: z.string(),
  version: z.int(),
});
export type SectionView = z.infer<typeof SectionView>;

/** In which section a prompt stands by itself; null for none. */
export const Placement = z.strictObject({ promptId: Id, sectionId: Id.nullable() });
export type Placement = z.infer<typeof Placement>;

interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

type Members = Pick<SectionView, "id" | "promptIds">;

/** Of these prompts, those that no other of them leads to: a subtree goes into a section by its top. In the order of the nodes. */
export function topsOf(nodes: readonly Node[], ids: Iterable<string>): readonly string[] {
  const chosen = new Set(ids);
  const below = new Set<string>();
  // Parents come before their children.
  for (const { id, parentId } of nodes) if (parentId !== null && (chosen.has(parentId) || below.has(parentId))) below.add(id);
  return nodes.flatMap(({ id }) => (chosen.has(id) && !below.has(id) ? [id] : []));
}

/** By prompt, the section it is the top of a subtree in. */
export function sectionByTop(sections: readonly Members[]): ReadonlyMap<string, string> {
  return new Map(sections.flatMap(({ id, promptIds }) => promptIds.map((promptId) => [promptId, id] as const)));
}

/** By prompt, the sections it stands in, the innermost first; those of what it was branched from count. Prompts in none are left out. */
export function sectionsAround(nodes: readonly Node[], sections: readonly Members[]): ReadonlyMap<string, readonly string[]> {
  if (sections.length === 0) return new Map();
  const tops = sectionByTop(sections);
  const around = new Map<string, readonly string[]>();
  for (const { id, parentId } of nodes) {
    const outer = (parentId === null ? undefined : around.get(parentId)) ?? [];
    const own = tops.get(id);
    const all = own === undefined || own === outer[0] ? outer : [own, ...outer.filter((sectionId) => sectionId !== own)];
    if (all.length > 0) around.set(id, all);
  }
  return around;
}

/** A section that is collapsed, under one parent: what stands in the place of its subtrees. */
export interface CollapsedSection<N> {
  /** The section's id, with a number behind it where the section has several places. */
  readonly id: string;
  readonly sectionId: string;
  readonly parentId: string | null;
  readonly inside: readonly N[];
}

/** The section that an id on the surface stands for. */
export const sectionIdOf = (id: string): string => id.split("/")[0] ?? id;

/** Puts one node in the place of the subtrees of each collapsed section, under each parent it has some. Parents come before their children. */
export function collapseSections<N extends Node>(
  nodes: readonly N[],
  sections: readonly Members[],
  collapsed: ReadonlySet<string>,
): readonly (N | CollapsedSection<N>)[] {
  const tops = sectionByTop(sections.filter(({ id }) => collapsed.has(id)));
  if (tops.size === 0) return nodes;
  const made = new Map<string, { readonly id: string; readonly inside: N[] }>();
  const places = new Map<string, number>();
  const within = new Map<string, N[]>();
  return nodes.flatMap((node): (N | CollapsedSection<N>)[] => {
    const above = node.parentId === null ? undefined : within.get(node.parentId);
    if (above) {
      above.push(node);
      within.set(node.id, above);
      return [];
    }
    const sectionId = tops.get(node.id);
    if (sectionId === undefined) return [node];
    const place = `${sectionId} ${node.parentId ?? ""}`;
    const known = made.get(place);
    if (known) {
      known.inside.push(node);
      within.set(node.id, known.inside);
      return [];
    }
    const nth = (places.get(sectionId) ?? 0) + 1;
    places.set(sectionId, nth);
    const first = { id: nth === 1 ? sectionId : `${sectionId}/${nth}`, inside: [node] };
    made.set(place, first);
    within.set(node.id, first.inside);
    return [{ ...first, sectionId, parentId: node.parentId }];
  });
}
