"use client";
import { GitBranch, Pencil, X } from "lucide-react";
import type { Origin } from "@/lib/client/desk/draft";

/** Where the draft will hang in the lineage, with the way out of it. Nothing for a new root. */
export function OriginLine({ origin, onLeave }: { origin: Origin; onLeave: () => void }) {
  if (origin.kind === "root") return null;
  const isBranch = origin.kind === "branch";
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      {isBranch ? (
        <GitBranch size={13} className="shrink-0 text-accent-ink" aria-hidden />
      ) : (
        <Pencil size={13} className="shrink-0" aria-hidden />
      )}
      <span className="shrink-0">{isBranch ? (origin.variantId ? "Branch of a variant of" : "Branch of") : "Editing"}</span>
      <span className="min-w-0 truncate font-mono text-ink" dir="auto">
        {origin.title}
      </span>
      <button
        type="button"
        onClick={onLeave}
        className="flex shrink-0 items-center gap-1 rounded-sm px-1 py-0.5 hover:bg-hover hover:text-ink"
      >
        <X size={12} aria-hidden /> Start a new prompt instead
      </button>
    </p>
  );
}
