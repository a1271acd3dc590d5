"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";

const KIND_WORDS = {
  variant: "Made by",
  reference: "Reference of",
  pattern: "Pattern",
  card: "Review card",
  collection: "Collection",
} as const;

/** Where a file is used, with the way there. */
export function Uses({ assetId }: { assetId: string }) {
  const uses = useQuery(studio.asset.uses.queryOptions({ input: { assetId }, meta: { isQuiet: true } }));
  if (uses.error) return <p className="text-xs text-bad">{sentenceOf(uses.error)}</p>;
  if (!uses.data) return <p className="text-xs text-faint">Looking…</p>;
  if (uses.data.length === 0) return <p className="text-xs text-faint">Nowhere yet.</p>;
  return (
    <ul className="grid gap-1 text-xs">
      {uses.data.map(({ kind, title, href }) => (
        <li key={`${kind} ${href} ${title}`} className="flex gap-2">
          <span className="w-24 shrink-0 text-faint">{KIND_WORDS[kind]}</span>
          <Link href={href} dir="auto" className="min-w-0 truncate text-ink hover:underline">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
