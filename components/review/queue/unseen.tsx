"use client";
import { RelativeTime } from "@/components/ui/relative-time";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { Unseen } from "@/lib/domain/review/view";
import { historyLine } from "../card/history-sentence";

/** Before a title: something was done to the card since one looked. */
export function UnseenDot({ unseen }: { unseen: Unseen | null }) {
  if (!unseen) return null;
  return (
    <span className="mr-1.5 inline-block size-2 rounded-full bg-accent align-middle">
      <span className="sr-only">New: </span>
    </span>
  );
}

/** What was done since one looked: the newest act, and how many more there are. */
export function UnseenLine({ unseen: { newest, acts } }: { unseen: Unseen }) {
  const kinds = useDefectKinds();
  const { did } = historyLine(newest, kinds.labelOf);
  return (
    <>
      {newest.by?.name ?? newest.guest ?? "The studio"} {did}, <RelativeTime at={newest.at} />
      {acts > 1 ? ` · ${acts - 1} more` : ""}
    </>
  );
}
