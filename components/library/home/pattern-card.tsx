"use client";
import { Archive, CircleDashed, Gauge, GitFork, History, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { useModelName } from "@/lib/client/use-model-name";
import type { PatternCard as Card } from "@/lib/domain/pattern/browse/card";
import { percent, shareWords } from "@/lib/domain/pattern/evidence/words";
import { DEFAULT_RULE } from "@/lib/domain/pattern/label/rule";
import { addresses } from "../addresses";
import { LabelBadges } from "../label-badges";
import { Faces } from "./faces";

export type PatternCardProps = {
  pattern: Card;
  /** Its shelf is not in sight. */
  showsShelf: boolean;
  eager: boolean;
};

/** A pattern as it is browsed: its best pictures, and at a glance how well it holds, what that costs and what it runs on. */
export function PatternCard({ pattern, showsShelf, eager }: PatternCardProps) {
  const { name, purpose, faces, labels, deprecated, forkedFrom, model, tags } = pattern;
  const nameOf = useModelName();
  const [isHere, setHere] = useState(false);
  return (
    <Link
      href={addresses.pattern(pattern.slug)}
      draggable={false}
      data-roamed
      onPointerEnter={() => setHere(true)}
      onPointerLeave={() => setHere(false)}
      onFocus={() => setHere(true)}
      onBlur={() => setHere(false)}
      className="group block rounded-lg focus-visible:outline-offset-4"
    >
      <div className="relative aspect-4/3 overflow-hidden rounded-lg bg-inset">
        <Faces faces={faces} words={pattern.words} isOpen={isHere} eager={eager} />
        <span className="absolute inset-0 rounded-lg ring-1 ring-line ring-inset group-hover:ring-2 group-hover:ring-accent-ink" />
      </div>
      <div className="grid gap-1 px-0.5 pt-2">
        <h3 dir="auto" className="truncate text-lg leading-snug font-medium text-ink" title={name}>
          {name}
        </h3>
        {forkedFrom ? (
          <p dir="auto" className="flex min-w-0 items-center gap-1 text-xs text-faint">
            <GitFork size={12} className="shrink-0" aria-hidden />
            <span className="truncate">
              Forked from {forkedFrom.name}, {forkedFrom.libraryName}
            </span>
          </p>
        ) : purpose === "" ? null : (
          <p dir="auto" className="truncate text-sm text-muted" title={purpose}>
            {purpose}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted tabular-nums">
          <Proof pattern={pattern} />
          <span className="text-faint" title={model.modelId}>
            {nameOf(model)}
          </span>
        </p>
        <p className="flex min-w-0 flex-wrap items-center gap-1.5 text-xs text-faint">
          {deprecated ? (
            <Badge tone="warn" icon={<Archive size={12} aria-hidden />}>
              Deprecated
            </Badge>
          ) : null}
          <LabelBadges labels={labels} />
          {showsShelf ? (
            <span dir="auto" className="truncate">
              {pattern.libraryName}
            </span>
          ) : null}
          {tags.slice(0, 2).map((tag) => (
            <span key={tag} className="truncate">
              #{tag}
            </span>
          ))}
        </p>
      </div>
    </Link>
  );
}

/** How often it passed, what it holds at least, and what one accepted picture cost. */
function Proof({ pattern: { standing } }: { pattern: Card }) {
  if (standing === null || standing.rate === null)
    return (
      <span className="flex items-center gap-1 text-faint">
        <CircleDashed size={13} aria-hidden />
        {standing === null ? "Not tried yet" : standing.hidden ? "Judged blind, not yet by you" : "Not judged yet"}
      </span>
    );
  const { rate, acceptedMicros, stale } = standing;
  return (
    <>
      <span
        className={`flex items-center gap-1 font-medium ${stale ? "text-warn" : "text-ink"}`}
        title={`${shareWords(rate)} passed. 95 times of 100 the true rate is at least ${percent(rate.low)}.`}
      >
        {stale ? (
          <History size={13} aria-hidden />
        ) : rate.low >= DEFAULT_RULE.lowerBound ? (
          <ShieldCheck size={13} className="text-ok" aria-hidden />
        ) : (
          <Gauge size={13} className="text-faint" aria-hidden />
        )}
        {percent(rate.rate)} pass
      </span>
      <span>{stale ? "on an earlier revision" : `at least ${percent(rate.low)}`}</span>
      {acceptedMicros === null ? null : (
        <span>
          <Money micros={acceptedMicros} /> per accepted
        </span>
      )}
    </>
  );
}
