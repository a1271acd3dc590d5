import type { ComparedMember, SavedView } from "@/lib/domain/compare/comparison";
import type { CompareView } from "./use-compare-view";

type Members = readonly Pick<ComparedMember, "id">[];

/** A view as it is kept: places instead of ids, so that it reads without its pictures. */
export function savedViewOf({ mode, channel, gain, pinnedId, looking }: CompareView, members: Members): SavedView {
  const pinned = members.findIndex(({ id }) => id === pinnedId);
  const { zoom, x, y } = looking.shared;
  return {
    mode,
    channel,
    gain,
    pinned: pinned < 0 ? null : pinned,
    look: { zoom, x, y },
    offsets: members.map(({ id }) => looking.offsets.get(id) ?? { x: 0, y: 0 }),
  };
}

/** A kept view as it is looked at again. */
export function viewOf({ mode, channel, gain, pinned, look, offsets }: SavedView, members: Members): CompareView {
  const moved = members.flatMap(({ id }, place) => {
    const offset = offsets[place];
    return offset && (offset.x !== 0 || offset.y !== 0) ? [[id, offset] as const] : [];
  });
  return {
    mode,
    channel,
    gain,
    pinnedId: pinned === null ? null : (members[pinned]?.id ?? null),
    looking: { shared: look, offsets: new Map(moved) },
  };
}
