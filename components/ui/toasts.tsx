"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { type Announcement, giveVoice, type Voice } from "./announce";

const SHOWN_MS = 5_000;
const SHOWN_LONGER_MS = 10_000;

const SAY = { plain: toast.message, ok: toast.success, warn: toast.warning, bad: toast.error } as const;

/** What is being said about acts that could not be done. It is true only until the next act. */
const refusals = new Set<string | number>();

function hush(except?: string): void {
  for (const id of refusals) if (id !== except) toast.dismiss(id);
  refusals.clear();
}

function announce({ tone, text, detail, action, id }: Announcement): void {
  hush(id);
  const shown = SAY[tone](text, {
    duration: action || tone === "bad" || tone === "warn" ? SHOWN_LONGER_MS : SHOWN_MS,
    ...(id ? { id } : {}),
    ...(detail ? { description: detail } : {}),
    ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
  });
  if (tone === "warn") refusals.add(shown);
}

const VOICE: Voice = { announce, hush };

/**
 * Where announcements appear: at the bottom left, above what one writes in or decides with (useFloor). Titles, the standing of what is
 * looked at and every act are elsewhere. All of them in full: one behind another shows a scrap that nobody can read. A polite live region
 * of its own.
 */
export function Toasts() {
  // Sonner hears from its own effect on, which is before this one.
  useEffect(() => giveVoice(VOICE), []);
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
