"use client";
import clsx from "clsx";
import { Columns3, Files, Rows3 } from "lucide-react";
import { type DragEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { Tooltip } from "@/components/ui/tooltip";
import { placeOfAxis, SIDES, type Side } from "@/lib/domain/grid/arrange";
import type { GridView } from "@/lib/domain/grid/view";
import { axisTitle, namesOf, valueWords } from "@/lib/domain/grid/words";
import type { Arranged } from "./use-arrangement";

const NAMES: Readonly<Record<Side, string>> = { rows: "Rows", columns: "Columns", pages: "Pages" };
const ICONS = { rows: Rows3, columns: Columns3, pages: Files } as const;
const AXIS = "application/x-selects-axis";

/**
 * Where each axis goes: dragged from side to side, or moved with the arrows – up and down to another side, left and
 * right along its own.
 */
export function AxisBar({
  grid: { axes, names },
  arranged,
  first,
}: {
  grid: Pick<GridView, "axes" | "names">;
  arranged: Arranged;
  first: RefObject<HTMLButtonElement | null>;
}) {
  const { arrangement } = arranged;
  const [over, setOver] = useState<Side | null>(null);
  const [said, say] = useState("");
  const [firstAxis] = SIDES.flatMap((side) => arrangement[side]);

  // An axis that changes sides is another button there: the keyboard goes along.
  const followed = useRef<number | null>(null);
  const buttonOf = (axis: number) => (button: HTMLButtonElement | null) => {
    if (!button) return;
    if (axis === firstAxis) first.current = button;
    if (followed.current !== axis) return;
    followed.current = null;
    button.focus();
  };

  const moved = (axis: number, side: Side, place?: number) => {
    arranged.move(axis, side, place);
    const title = axes[axis] ? axisTitle(axes[axis]) : "";
    say(`${title} is on ${NAMES[side].toLowerCase()} now.`);
  };
  const onKeyDown = (event: KeyboardEvent, axis: number) => {
    const stands = placeOfAxis(arrangement, axis);
    if (!stands) return;
    const next = nextPlace(stands, event.key, arrangement[stands.side].length);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    followed.current = axis;
    moved(axis, next.side, next.place);
  };
  const onDrop = (event: DragEvent, side: Side, place?: number) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    const axis = event.dataTransfer.getData(AXIS);
    if (/^\d$/.test(axis)) moved(Number(axis), side, place);
  };

  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">
      <legend className="sr-only">Axes: arrows move the one you are on</legend>
      {SIDES.map((side) => {
        const Icon = ICONS[side];
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the keyboard moves the axes themselves
          <div
            key={side}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(AXIS)) return;
              event.preventDefault();
              setOver(side);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => onDrop(event, side)}
            className={clsx("flex min-h-7 items-center gap-1 rounded-md pr-1 pl-1.5", over === side ? "bg-accent-soft" : "bg-inset")}
          >
            <span className="flex items-center gap-1 text-xs text-faint">
              <Icon size={13} aria-hidden /> {NAMES[side]}
            </span>
            {arrangement[side].map((index, place) => {
              const axis = axes[index];
              if (!axis) return null;
              return (
                <Tooltip key={index} content={`${valueWords(axis, namesOf(names)).join(", ")}. Drag it, or move it with the arrows.`}>
                  <button
                    type="button"
                    ref={buttonOf(index)}
                    draggable
                    aria-label={`${axisTitle(axis)} ${axis.values.length} values, on ${NAMES[side].toLowerCase()}`}
                    onDragStart={(event) => event.dataTransfer.setData(AXIS, String(index))}
                    onDrop={(event) => onDrop(event, side, place)}
                    onKeyDown={(event) => onKeyDown(event, index)}
                    className="flex h-6 max-w-48 cursor-grab items-center gap-1 rounded-md border border-line-strong bg-surface px-1.5 text-xs hover:bg-raised"
                  >
                    <span className="truncate">{axisTitle(axis)}</span>
                    <span className="text-faint tabular-nums">{axis.values.length}</span>
                  </button>
                </Tooltip>
              );
            })}
            {arrangement[side].length === 0 ? <span className="px-1 text-xs text-faint">none</span> : null}
          </div>
        );
      })}
      <span role="status" className="sr-only">
        {said}
      </span>
    </fieldset>
  );
}

function nextPlace({ side, place }: { side: Side; place: number }, key: string, count: number): { side: Side; place?: number } | null {
  const at = SIDES.indexOf(side);
  switch (key) {
    case "ArrowUp":
    case "ArrowDown": {
      const to = SIDES[at + (key === "ArrowUp" ? -1 : 1)];
      return to ? { side: to } : null;
    }
    case "ArrowLeft":
      return place > 0 ? { side, place: place - 1 } : null;
    case "ArrowRight":
      return place < count - 1 ? { side, place: place + 1 } : null;
    default:
      return null;
  }
}
