import { MousePointer2 } from "lucide-react";
import type { SurfaceMark, SurfaceTarget } from "@/components/picture-surface";
import { spreadTags, TAG } from "@/lib/domain/board/name-tags";
import type { Present } from "@/lib/domain/board/presence";

/**
 * Where the others point and what they have chosen; what several chose is framed once, with all their names. Without colours of their own: those
 * would stand beside pictures.
 * @param zoom CSS pixels a world unit: how far apart two pointers are on the screen
 */
export function presenceMarks(
  people: readonly Present[],
  targetOf: (id: string) => SurfaceTarget | null,
  zoom: number,
): readonly SurfaceMark[] {
  const choosers = new Map<string, string[]>();
  for (const { name, selection } of people) for (const id of selection) choosers.set(id, [...(choosers.get(id) ?? []), name]);
  const pointing = people.flatMap(({ tabId, name, cursor }) => (cursor ? [{ id: tabId, name, at: cursor }] : []));
  const down = spreadTags(pointing.map(({ id, at }) => ({ id, x: at.x * zoom, y: at.y * zoom })));
  return [
    ...[...choosers].flatMap(([id, names]): SurfaceMark[] => {
      const target = targetOf(id);
      return target ? [{ id: `chosen ${id}`, at: target, content: <ChosenBy names={names} /> }] : [];
    }),
    ...pointing.map(
      ({ id, name, at }): SurfaceMark => ({
        id: `pointer ${id}`,
        at: { ...at, w: 0, h: 0 },
        content: <Pointer name={name} down={down.get(id) ?? 0} />,
      }),
    ),
  ];
}

function Pointer({ name, down }: { name: string; down: number }) {
  return (
    <span aria-hidden className="absolute flex items-start">
      <MousePointer2 size={16} className="fill-white stroke-black" />
      <span
        className="mt-3 -ml-0.5 truncate rounded-sm bg-black/80 px-1 text-2xs whitespace-nowrap text-white"
        style={{ transform: `translateY(${down}px)`, maxWidth: TAG.width - 16 }}
      >
        {name}
      </span>
    </span>
  );
}

/** More would not be read. */
const MOST_NAMED = 2;

function ChosenBy({ names }: { names: readonly string[] }) {
  const more = names.length - MOST_NAMED;
  return (
    <span aria-hidden className="@container absolute inset-0 rounded-sm outline-2 outline-offset-1 outline-dashed outline-ink/70">
      {/* No wider than what it stands over, so that it lies over no other; on what is small the frame says enough. */}
      <span className="absolute -top-4 right-0 w-max max-w-full truncate rounded-sm bg-black/80 px-1 text-2xs text-white @max-[2.5rem]:hidden">
        {names.slice(0, MOST_NAMED).join(", ")}
        {more > 0 ? ` +${more}` : ""}
      </span>
    </span>
  );
}
