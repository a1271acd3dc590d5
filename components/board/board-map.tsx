"use client";
import { Map as MapIcon, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";

export interface BoardMapProps {
  readonly isShown: boolean;
  readonly onShown: (isShown: boolean) => void;
  /** Gets the element the surface draws its map into. */
  readonly onPlace: (place: HTMLElement | null) => void;
}

/** The map's place beside the composer, where it covers no picture; where both have no room, the composer has it. */
export function BoardMap({ isShown, onShown, onPlace }: BoardMapProps) {
  const keys = useChord("map");
  const label = isShown ? "Hide the map" : "Show the map";
  const Icon = isShown ? X : MapIcon;
  return (
    <section aria-label="Map" className="flex shrink-0 border-t border-l border-line bg-surface p-1 @max-4xl:hidden">
      {isShown ? <div ref={onPlace} className="grid w-42 place-items-center" /> : null}
      <IconButton size="small" label={label} keys={keys} icon={<Icon size={13} aria-hidden />} onClick={() => onShown(!isShown)} />
    </section>
  );
}
