/** A node to be placed: its size in world units, and its parent; parents come before their children. */
export interface LayoutNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const COLUMN_GAP = 72;
const ROW_GAP = 24;
const FAMILY_GAP = 56;

interface Branch {
  readonly node: LayoutNode;
  readonly children: Branch[];
  /** Height of the branch with everything below it. */
  extent: number;
}

/**
 * Lays a lineage out from left to right: a child stands right of its parent, the first one at its parent's height, later
 * ones below. So a new prompt, which always comes last among its siblings, moves neither its parent nor anything read
 * before it – only younger siblings of the family make room below. A node whose parent is not shown counts as a root. Linear in the number of nodes;
 * a loop in the data is cut.
 */
export function layOutLineage(nodes: readonly LayoutNode[]): ReadonlyMap<string, Place> {
  const branches = new Map<string, Branch>();
  const roots: Branch[] = [];
  for (const node of nodes) {
    const branch: Branch = { node, children: [], extent: 0 };
    const parent = node.parentId === null ? undefined : branches.get(node.parentId);
    (parent?.children ?? roots).push(branch);
    branches.set(node.id, branch);
  }
  // Parents come first, so backwards every child is measured before its parent.
  for (const branch of [...branches.values()].reverse()) {
    const below = branch.children.reduce((sum, child) => sum + child.extent, 0) + ROW_GAP * Math.max(0, branch.children.length - 1);
    branch.extent = Math.max(branch.node.height, below);
  }
  const places = new Map<string, Place>();
  const waiting: { branch: Branch; x: number; y: number }[] = [];
  let y = 0;
  for (const root of roots) {
    waiting.push({ branch: root, x: 0, y });
    y += root.extent + FAMILY_GAP;
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { branch } = next;
    places.set(branch.node.id, { x: next.x, y: next.y });
    let top = next.y;
    for (const child of branch.children) {
      waiting.push({ branch: child, x: next.x + branch.node.width + COLUMN_GAP, y: top });
      top += child.extent + ROW_GAP;
    }
  }
  return places;
}
