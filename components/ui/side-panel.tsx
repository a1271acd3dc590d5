"use client";
import clsx from "clsx";
import { PanelRightClose } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { IconButton } from "./icon-button";
import { useRemembered } from "./remembered";

export type SidePanelProps = {
  /** Names the landmark and stands at its top. */
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Under which name its width is remembered in this browser. */
  remember: string;
  /** Beside the title: a menu, a copy button. */
  actions?: ReactNode;
  /** The chord that shows and hides it. */
  keys?: string | undefined;
  className?: string;
  children: ReactNode;
};

const MIN_PX = 240;
const MAX_PX = 560;
const DEFAULT_PX = 304;
const KEY_STEP_PX = 16;

/** A panel at the right of the content, as wide as somebody last made it. Hidden, it takes no room; the caller shows the button that brings it back. */
export function SidePanel({ title, open, onOpenChange, remember, actions, keys, className, children }: SidePanelProps) {
  const [kept, keep] = useRemembered(`${remember}.width`, String(DEFAULT_PX));
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? within(Number(kept));
  if (!open) return null;

  const startDrag = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(width);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const panel = event.currentTarget.parentElement;
    if (dragged !== null && panel) setDragged(within(panel.getBoundingClientRect().right - event.clientX));
  };
  const endDrag = () => {
    if (dragged !== null) keep(String(dragged));
    setDragged(null);
  };
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const wider = event.key === "ArrowLeft" ? KEY_STEP_PX : event.key === "ArrowRight" ? -KEY_STEP_PX : 0;
    if (wider === 0) return;
    event.preventDefault();
    keep(String(within(width + wider)));
  };

  return (
    <aside
      aria-label={title}
      style={{ width }}
      className={clsx("relative flex shrink-0 flex-col border-l border-line bg-surface", className)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and dragged */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={`Width of ${title.toLowerCase()}`}
        aria-valuenow={width}
        aria-valuemin={MIN_PX}
        aria-valuemax={MAX_PX}
        tabIndex={0}
        onPointerDown={startDrag}
        onPointerMove={drag}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onKeyDown={step}
        onDoubleClick={() => keep(String(DEFAULT_PX))}
        className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none transition-colors duration-100 hover:bg-accent-soft active:bg-accent-soft"
      />
      <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line pr-2 pl-3">
        <h2 className="min-w-0 flex-1 truncate text-sm font-medium">{title}</h2>
        {actions}
        <IconButton
          label={`Hide ${title.toLowerCase()}`}
          keys={keys}
          icon={<PanelRightClose size={15} aria-hidden />}
          onClick={() => onOpenChange(false)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}

function within(width: number): number {
  return Number.isFinite(width) ? Math.round(Math.min(MAX_PX, Math.max(MIN_PX, width))) : DEFAULT_PX;
}
