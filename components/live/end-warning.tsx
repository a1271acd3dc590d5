"use client";
import { Hourglass } from "lucide-react";
import { useNow } from "@/components/ui/clock";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { secondsLeft } from "@/lib/domain/live/session";
import { lengthText } from "./words";

/** That a session ends soon, and when: said once, counted down for the eye. Nothing before it is worth a warning. */
export function EndWarning({ joinedAt, maxSeconds }: { joinedAt: string; maxSeconds: number }) {
  const now = useNow(1_000);
  const left = now === null ? null : secondsLeft((now - new Date(joinedAt).getTime()) / 1_000, maxSeconds);
  return (
    <>
      <VisuallyHidden>
        <span role="alert">{left === null ? "" : "The session ends soon: its time is nearly over."}</span>
      </VisuallyHidden>
      {left === null ? null : (
        <p aria-hidden className="flex items-center gap-1.5 text-sm font-medium text-warn tabular-nums">
          <Hourglass size={14} />
          {left === 0 ? "Its time is over" : `Ends in ${lengthText(left)}`}
        </p>
      )}
    </>
  );
}
