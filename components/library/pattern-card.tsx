import { Archive, Braces } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Picture } from "@/components/ui/picture";
import type { PatternSummary } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { LabelBadges } from "./label-badges";
import { countOf } from "./words";

/** A pattern on its shelf: the picture it came from, its name, and which versions carry a label. */
export function PatternCard({ pattern, eager = false }: { pattern: PatternSummary; eager?: boolean }) {
  const { cover } = pattern;
  return (
    <Link href={addresses.pattern(pattern.slug)} draggable={false} className="group block rounded-lg focus-visible:outline-offset-4">
      <div className="relative aspect-4/3 overflow-hidden rounded-lg bg-inset">
        {cover ? (
          <Picture
            src={addresses.picture(cover.assetId, "screen")}
            width={cover.width}
            height={cover.height}
            thumbHash={cover.thumbHash}
            alt=""
            eager={eager}
            className="size-full"
          />
        ) : (
          <span className="grid size-full place-items-center text-faint">
            <Braces size={28} strokeWidth={1.25} aria-hidden />
          </span>
        )}
        <span className="absolute inset-0 rounded-lg ring-1 ring-line ring-inset group-hover:ring-2 group-hover:ring-accent-ink" />
      </div>
      <div className="px-0.5 pt-2">
        <h3 dir="auto" className="truncate text-lg leading-snug font-medium text-ink" title={pattern.name}>
          {pattern.name}
        </h3>
        {pattern.purpose === "" ? null : (
          <p dir="auto" className="line-clamp-2 text-sm text-muted text-pretty">
            {pattern.purpose}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-1.5 pt-1.5 text-xs text-faint">
          {pattern.deprecated ? (
            <Badge tone="warn" icon={<Archive size={12} aria-hidden />}>
              Deprecated
            </Badge>
          ) : null}
          <LabelBadges labels={pattern.labels} />
          <span>{countOf(pattern.versions, "version")}</span>
          {pattern.tags.slice(0, 3).map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
        </p>
      </div>
    </Link>
  );
}
