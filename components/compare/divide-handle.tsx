import { ChevronsLeftRight } from "lucide-react";
import type { PointerEvent } from "react";

export interface DivideHandleProps {
  /** Where the two pictures meet, as a part of the width from the left. */
  readonly at: number;
  readonly onDivide: (at: number) => void;
}

/** The line between two pictures, moved by hand. For the pointer only: the slider below it does the same by keyboard and has the name. */
export function DivideHandle({ at, onDivide }: DivideHandleProps) {
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!room || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onDivide(Math.min(1, Math.max(0, (event.clientX - room.left) / room.width)));
  };
  return (
    <div
      aria-hidden
      data-divide
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      // Centred on the line, and wide enough for a finger.
      className="absolute inset-y-0 z-10 flex w-8 -translate-x-1/2 cursor-ew-resize touch-none items-center justify-center"
      style={{ left: `${at * 100}%` }}
    >
      {/* White with a dark edge: it shows on any picture. */}
      <span className="absolute inset-y-0 w-0.5 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.55)]" />
      <span className="relative grid size-8 place-items-center rounded-full bg-white text-black shadow-[0_0_0_1px_rgb(0_0_0/0.55)]">
        <ChevronsLeftRight size={16} />
      </span>
    </div>
  );
}
