"use client";
import { useNow } from "./clock";

const TICK_MS = 1_000;

/** How long something has been going on: "12 s", "3:05". `since` is an ISO text. Empty until the reader's clock is known. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow(TICK_MS);
  if (now === null) return null;
  const seconds = Math.max(0, Math.floor((now - new Date(since).getTime()) / TICK_MS));
  const text = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  // A screen reader asks when it wants to know; it is not told every second.
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
