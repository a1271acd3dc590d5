"use client";
import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import Link from "next/link";
import { studio } from "@/lib/client/query";
import type { PatternUse } from "@/lib/domain/prompt/view";

/** Which version of which pattern wrote this prompt, and the values it was given. */
export function PatternUsed({ use }: { use: PatternUse }) {
  const found = useQuery(studio.pattern.getVersion.queryOptions({ input: { versionId: use.versionId }, meta: { isQuiet: true } }));
  const values = Object.entries(use.values);
  const newer = found.data?.newer;
  return (
    <div className="grid gap-1.5">
      <span className="flex min-w-0 items-center gap-1.5">
        <Braces size={13} className="shrink-0 text-accent-ink" aria-hidden />
        {found.data ? (
          <Link href={`/library/patterns/${found.data.slug}`} dir="auto" className="min-w-0 truncate hover:underline">
            {use.name}
          </Link>
        ) : (
          <span dir="auto" className="min-w-0 truncate">
            {use.name}
          </span>
        )}
        <span className="shrink-0 font-mono text-xs text-muted">v{use.number}</span>
        {newer ? <span className="shrink-0 text-xs text-faint">v{newer.number} is newer</span> : null}
      </span>
      {values.length === 0 ? null : (
        <ul aria-label="Values" className="grid gap-0.5 text-xs">
          {values.map(([name, value]) => (
            <li key={name} className="flex min-w-0 gap-1.5">
              <span className="shrink-0 font-mono text-faint">{`{${name}}`}</span>
              <span dir="auto" className="min-w-0 break-words">
                {value}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
