"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { hush } from "./announce";
import { CLOSE_BUTTON } from "./control-style";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence on what will happen. */
  description?: ReactNode;
  /** small 400 px · medium 560 px · large 800 px wide at most. */
  size?: "small" | "medium" | "large";
  /** The acts, the main one last. */
  footer?: ReactNode;
  /** Where the keyboard is afterwards, when what opened it is not there any more. */
  returnTo?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

const TABBABLE = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex='0']";

const WIDTHS = { small: "max-w-100", medium: "max-w-140", large: "max-w-200" } as const;

/** A question in front of everything else: focus stays inside, Esc leaves. */
export function Dialog({ open, onOpenChange, title, description, size = "medium", footer, returnTo, children }: DialogProps) {
  useEffect(() => {
    if (open) hush();
  }, [open]);
  const popup = useRef<HTMLDivElement>(null);
  // While what is asked is still being read there is only the way out: focus waits on the dialog itself, one step before the first field.
  const startsOnItself = () => ((popup.current?.querySelectorAll(TABBABLE).length ?? 0) > 1 ? true : popup.current);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[min(12vh,4rem)] sm:pt-[8vh]">
          <Base.Popup
            ref={popup}
            initialFocus={startsOnItself}
            {...(returnTo ? { finalFocus: returnTo } : {})}
            className={clsx(
              // What is asked and the acts stay in sight, however long it is in between.
              "relative flex max-h-full w-full flex-col rounded-lg bg-surface text-ink shadow-float outline-none transition-opacity duration-150",
              "data-ending-style:opacity-0 data-starting-style:opacity-0",
              WIDTHS[size],
            )}
          >
            <div className="shrink-0 pt-3.5 pr-12 pb-2 pl-4">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description ? <Base.Description className="mt-0.5 text-sm text-muted text-pretty">{description}</Base.Description> : null}
            </div>
            {children ? <div className="min-h-0 overflow-y-auto px-4 pt-1 pb-4">{children}</div> : null}
            {footer ? (
              <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>
            ) : null}
            {/* Last in order, so that focus starts in what is asked, not on the way out. */}
            <Base.Close aria-label="Close" className={clsx(CLOSE_BUTTON, "absolute top-3 right-3")}>
              <X size={15} aria-hidden />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
