/** A node to be placed: its size in world units, and its parent; parents come before their children. */
export interface LayoutNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly width: number;
  readonly height: number;
  /** The section it is the top of a subtree in. */
  readonly sectionId?: string | null;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The region of a section: around its subtrees under one parent, and around nothing else. */
export interface Frame extends Place {
  /** The section's id, with a number behind it where the section has several places. */
  readonly id: string;
  readonly sectionId: string;
  readonly w: number;
  readonly h: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  /** Outer sections before those inside them. */
  readonly frames: readonly Frame[];
}

const COLUMN_GAP = 72;
const ROW_GAP = 24;
const FAMILY_GAP = 56;
/** Room in a section above its cards, for its name. */
export const SECTION_HEAD = 40;
const SECTION_MARGIN = 20;

interface Branch {
  readonly node: LayoutNode;
  readonly children: Cluster[];
  /** Height of the branch with everything below it. */
  extent: number;
  /** How far it goes to the right, from where it stands. */
  reach: number;
}

/** What stays together among siblings: one branch, or those of one section. */
interface Cluster {
  readonly sectionId: string | null;
  readonly branches: Branch[];
  extent: number;
  reach: number;
}

/**
 * Lays a lineage out from left to right: a child stands right of its parent, the first one at its parent's height, later
 * ones below. So a new prompt, which always comes last among its siblings, moves neither its parent nor anything read
 * before it – only younger siblings of the family make room below. Siblings of one section stand together, where the first
 * of them stands. A node whose parent is not shown counts as a root. Linear in the number of nodes; a loop in the data is cut.
 */
export function layOutLineage(nodes: readonly LayoutNode[]): Layout {
  const branches = new Map<string, Branch>();
  const roots: Cluster[] = [];
  const families = new Map<Cluster[], Map<string, Cluster>>();
  for (const node of nodes) {
    const branch: Branch = { node, children: [], extent: 0, reach: 0 };
    const parent = node.parentId === null ? undefined : branches.get(node.parentId);
    join(parent?.children ?? roots, branch, families);
    branches.set(node.id, branch);
  }
  // Parents come first, so backwards every child is measured before its parent.
  for (const branch of [...branches.values()].reverse()) measure(branch);
  for (const cluster of roots) measureCluster(cluster, FAMILY_GAP);

  const places = new Map<string, Place>();
  const frames: Frame[] = [];
  const timesSeen = new Map<string, number>();
  const waiting: { cluster: Cluster; x: number; y: number; gap: number }[] = [];
  let y = 0;
  for (const cluster of roots) {
    waiting.push({ cluster, x: 0, y, gap: FAMILY_GAP });
    y += cluster.extent + FAMILY_GAP;
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cluster, x, gap } = next;
    const { sectionId } = cluster;
    if (sectionId !== null) {
      const nth = (timesSeen.get(sectionId) ?? 0) + 1;
      timesSeen.set(sectionId, nth);
      const id = nth === 1 ? sectionId : `${sectionId}/${nth}`;
      frames.push({ id, sectionId, x: x - SECTION_MARGIN, y: next.y, w: cluster.reach + SECTION_MARGIN, h: cluster.extent });
    }
    let top = next.y + (sectionId === null ? 0 : SECTION_HEAD);
    for (const branch of cluster.branches) {
      places.set(branch.node.id, { x, y: top });
      let childTop = top;
      for (const child of branch.children) {
        waiting.push({ cluster: child, x: x + branch.node.width + COLUMN_GAP, y: childTop, gap: ROW_GAP });
        childTop += child.extent + ROW_GAP;
      }
      top += branch.extent + gap;
    }
  }
  return { places, frames };
}

/** Puts a branch last among its siblings, or with those of its section. */
function join(siblings: Cluster[], branch: Branch, families: Map<Cluster[], Map<string, Cluster>>): void {
  const sectionId = branch.node.sectionId ?? null;
  const known = sectionId === null ? undefined : families.get(siblings)?.get(sectionId);
  if (known) {
    known.branches.push(branch);
    return;
  }
  const cluster: Cluster = { sectionId, branches: [branch], extent: 0, reach: 0 };
  siblings.push(cluster);
  if (sectionId === null) return;
  const family = families.get(siblings) ?? new Map<string, Cluster>();
  families.set(siblings, family.set(sectionId, cluster));
}

function measure(branch: Branch): void {
  let below = ROW_GAP * Math.max(0, branch.children.length - 1);
  let beside = 0;
  for (const cluster of branch.children) {
    measureCluster(cluster, ROW_GAP);
    below += cluster.extent;
    beside = Math.max(beside, COLUMN_GAP + cluster.reach);
  }
  branch.extent = Math.max(branch.node.height, below);
  branch.reach = branch.node.width + beside;
}

function measureCluster(cluster: Cluster, gap: number): void {
  const isSection = cluster.sectionId !== null;
  let extent = gap * (cluster.branches.length - 1) + (isSection ? SECTION_HEAD + SECTION_MARGIN : 0);
  let reach = 0;
  for (const branch of cluster.branches) {
    extent += branch.extent;
    reach = Math.max(reach, branch.reach);
  }
  cluster.extent = extent;
  cluster.reach = reach + (isSection ? SECTION_MARGIN : 0);
}
