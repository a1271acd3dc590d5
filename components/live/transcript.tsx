"use client";
import { useEffect, useRef } from "react";
import type { TranscriptLine } from "@/lib/domain/live/session";
import { lengthText, SPEAKER_WORDS } from "./words";

/** What was said, the newest in sight. */
export function Transcript({ lines, isLive }: { lines: readonly TranscriptLine[]; isLive: boolean }) {
  const end = useRef<HTMLLIElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (isLive && count > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [isLive, count]);
  if (count === 0)
    return <p className="py-4 text-sm text-muted text-pretty">{isLive ? "Nothing has been said yet." : "Nothing was said."}</p>;
  return (
    <ol aria-label="Transcript" aria-live={isLive ? "polite" : undefined} className="flex flex-col gap-2 py-2">
      {lines.map(({ who, text, atMs }, index) => (
        // A line has no name of its own; lines are only ever added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the line's identity
        <li key={index} ref={index === count - 1 ? end : undefined} className="text-sm">
          <p className="flex gap-2 text-2xs text-faint">
            <span className={who === "avatar" ? "font-medium text-accent-ink" : "font-medium"}>{SPEAKER_WORDS[who]}</span>
            <span className="tabular-nums">{lengthText(atMs / 1_000)}</span>
          </p>
          <p dir="auto" className="break-words whitespace-pre-wrap text-pretty">
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}
