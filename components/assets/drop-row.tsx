"use client";
import clsx from "clsx";
import { type ComponentPropsWithRef, useState } from "react";
import { type Dragged, draggedIn, isDragOurs, startDrag } from "./dragged";

export type DropRowProps = Omit<ComponentPropsWithRef<"div">, "onDrop" | "onDragStart" | "onDragOver" | "onDragLeave"> & {
  /** Its files are shown. */
  readonly isHere: boolean;
  /** What it is when it is dragged itself. */
  readonly drags?: Dragged | undefined;
  /** Something of ours was dropped on it. */
  readonly onDropOn?: ((dragged: Dragged) => void) | undefined;
};

/** A line of the places that takes what is dropped on it. Dropping is one way more: menu and keys do the same. */
export function DropRow({ isHere, drags, onDropOn, className, children, ...rest }: DropRowProps) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role, where it has one, comes with the rest
    <div
      {...rest}
      draggable={drags !== undefined}
      onDragStart={(event) => drags && startDrag(event.dataTransfer, drags)}
      onDragOver={(event) => {
        if (!onDropOn || !isDragOurs(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dragged = isDragOurs(event.dataTransfer) ? draggedIn(event.dataTransfer) : null;
        if (!dragged || !onDropOn) return;
        event.preventDefault();
        onDropOn(dragged);
      }}
      className={clsx(
        "flex items-center rounded-md",
        isHere ? "bg-hover text-ink" : "text-muted hover:bg-hover",
        isOver && "outline-2 outline-focus",
        className,
      )}
    >
      {children}
    </div>
  );
}
