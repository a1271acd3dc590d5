"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Toaster as Sonner } from "sonner";

/** Where announcements appear: at the top, because what a person presses next is at the bottom. Mounted once; a polite live region of its own. */
export function Toaster() {
  return (
    <Sonner
      position="top-center"
      gap={8}
      offset={52}
      mobileOffset={{ top: 56 }}
      visibleToasts={4}
      containerAriaLabel="Announcements"
      icons={{
        success: <CircleCheck size={16} aria-hidden className="text-ok" />,
        warning: <TriangleAlert size={16} aria-hidden className="text-warn" />,
        error: <CircleAlert size={16} aria-hidden className="text-bad" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-88 items-start gap-2.5 rounded-lg bg-raised p-3 font-sans text-sm text-ink shadow-float",
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
