"use client";
import Link from "next/link";
import { fallbackSentence } from "@/lib/domain/review/fallback";
import type { CardView, FallbackTarget } from "@/lib/domain/review/view";
import { addresses } from "../addresses";

const placeOf = (target: FallbackTarget): string => {
  switch (target.kind) {
    case "engine":
      return addresses.engines;
    case "pattern":
      return addresses.pattern(target.slug);
    case "library-asset":
      return addresses.asset(target.id);
    case "manual":
      return addresses.members;
    default:
      return target satisfies never;
  }
};

/** What happens when the retries are used up, with a link to what the path names. */
export function ThenLine({ card: { fallback, fallbackPath, fallbackTakenAt } }: { card: CardView }) {
  if (!fallback || !fallbackPath) return "No fallback path yet";
  const { sentence, target, note } = fallback;
  // The name stands last, or in quotes before the end; what is around it stays plain.
  const at = target ? sentence.lastIndexOf(target.name) : -1;
  return (
    <>
      <span title={fallbackSentence(fallbackPath.kind)}>
        {target && at >= 0 ? (
          <>
            {sentence.slice(0, at)}
            <Link href={placeOf(target)} className="text-accent-ink hover:underline">
              <bdi>{target.name}</bdi>
            </Link>
            {sentence.slice(at + target.name.length)}
          </>
        ) : (
          sentence
        )}
        {fallbackTakenAt ? " (taken)" : ""}
        {fallbackPath.note === "" ? "" : `: ${fallbackPath.note}`}
      </span>
      {note ? <span className="block text-faint text-pretty">{note}</span> : null}
    </>
  );
}
