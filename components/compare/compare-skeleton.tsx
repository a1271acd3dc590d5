"use client";
import { useRef } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { bestColumns } from "@/lib/domain/compare/view-port";
import { useRoom } from "./use-room";

/** Compared pictures while they are read: as many as will come, where they will be, their settings below. */
export function CompareSkeleton({ count }: { count: number }) {
  const room = useRef<HTMLDivElement>(null);
  const size = useRoom(room);
  const columns = size ? bestColumns(count, 1, size) : count;
  const places = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" aria-label="Reading the pictures" className="flex h-full flex-col">
      <div
        ref={room}
        className="grid min-h-0 flex-1 auto-rows-fr gap-px bg-surround"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {places.map((place) => (
          <div key={place} className="[container-type:size] grid place-items-center">
            <Skeleton className="size-[90cqmin]" />
          </div>
        ))}
      </div>
      <div className="flex h-10 shrink-0 items-center border-t border-line bg-surface px-3">
        <Skeleton className="h-4 w-48" />
      </div>
    </div>
  );
}
