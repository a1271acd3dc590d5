import { MousePointer2 } from "lucide-react";
import type { SurfaceMark, SurfaceTarget } from "@/components/picture-surface";
import type { Present } from "@/lib/domain/board/presence";

/** Where the others point and what they have chosen. Without colours of their own: those would stand beside pictures. */
export function presenceMarks(people: readonly Present[], targetOf: (id: string) => SurfaceTarget | null): readonly SurfaceMark[] {
  return people.flatMap(({ tabId, name, cursor, selection }): SurfaceMark[] => [
    ...selection.flatMap((id): SurfaceMark[] => {
      const target = targetOf(id);
      return target ? [{ id: `chosen ${tabId} ${id}`, at: target, content: <ChosenBySomebody name={name} /> }] : [];
    }),
    ...(cursor ? [{ id: `pointer ${tabId}`, at: { ...cursor, w: 0, h: 0 }, content: <Pointer name={name} /> }] : []),
  ]);
}

function Pointer({ name }: { name: string }) {
  return (
    <span aria-hidden className="absolute flex items-start">
      <MousePointer2 size={16} className="fill-white stroke-black" />
      <span className="mt-3 -ml-0.5 rounded-sm bg-black/80 px-1 text-2xs whitespace-nowrap text-white">{name}</span>
    </span>
  );
}

function ChosenBySomebody({ name }: { name: string }) {
  return (
    <span aria-hidden className="absolute inset-0 rounded-sm outline-2 outline-offset-1 outline-dashed outline-ink/70">
      <span className="absolute -top-4 right-0 w-max max-w-32 truncate rounded-sm bg-black/80 px-1 text-2xs text-white">{name}</span>
    </span>
  );
}
