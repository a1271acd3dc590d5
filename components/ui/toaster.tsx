"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Toaster as Sonner } from "sonner";

/**
 * Where announcements appear: at the bottom left, above what one writes in or decides with (useFloor). Titles, the standing of what is
 * looked at and every act are elsewhere. All of them in full: one behind another shows a scrap that nobody can read. Mounted once; a
 * polite live region of its own.
 */
export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      expand
      gap={8}
      offset={{ left: "5.25rem", bottom: "calc(var(--floor, 0px) + 1rem)" }}
      // Above the way to everywhere, which is at the bottom of a phone.
      mobileOffset={{ left: "0.75rem", right: "0.75rem", bottom: "max(var(--floor, 0px) + 0.75rem, 4.75rem)" }}
      visibleToasts={3}
      containerAriaLabel="Announcements"
      icons={{
        success: <CircleCheck size={16} aria-hidden className="text-ok" />,
        warning: <TriangleAlert size={16} aria-hidden className="text-warn" />,
        error: <CircleAlert size={16} aria-hidden className="text-bad" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(22rem,calc(100vw-1.5rem))] items-start gap-2.5 rounded-lg bg-raised p-3 font-sans text-sm text-ink shadow-float",
          icon: "mt-0.5 shrink-0",
          content: "min-w-0 flex-1",
          title: "font-medium text-pretty",
          description: "mt-0.5 text-xs text-muted text-pretty",
          actionButton: "h-6 shrink-0 rounded-md border border-line-strong px-2 text-xs font-medium hover:bg-hover",
        },
      }}
    />
  );
}
