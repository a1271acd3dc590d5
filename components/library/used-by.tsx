import { ImageOff } from "lucide-react";
import Link from "next/link";
import { Picture } from "@/components/ui/picture";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";

/** The newest prompts made from the pattern; each leads to its place on a board. */
export function UsedBy({ usedBy }: { usedBy: PatternView["usedBy"] }) {
  if (usedBy.length === 0) return <p className="text-sm text-faint">Nobody has used it yet. Give its variables values and run it.</p>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
      {usedBy.map(({ promptId, boardId, text, number, createdAt, cover }) => (
        <li key={promptId}>
          <Link href={addresses.prompt(boardId, promptId)} className="group block rounded-md">
            <div className="relative aspect-4/3 overflow-hidden rounded-md bg-inset">
              {cover ? (
                <Picture
                  src={addresses.picture(cover.assetId, "thumb")}
                  width={cover.width}
                  height={cover.height}
                  thumbHash={cover.thumbHash}
                  alt=""
                  className="size-full"
                />
              ) : (
                <span className="flex size-full flex-col items-center justify-center gap-1 text-xs text-faint">
                  <ImageOff size={16} strokeWidth={1.5} aria-hidden />
                  No picture yet
                </span>
              )}
              <span className="absolute inset-0 rounded-md ring-1 ring-line ring-inset group-hover:ring-2 group-hover:ring-accent-ink" />
            </div>
            <p className="line-clamp-2 pt-1 text-xs text-muted group-hover:text-ink">{text}</p>
            <p className="text-2xs text-faint">
              v{number} · <RelativeTime at={createdAt} />
            </p>
          </Link>
        </li>
      ))}
    </ul>
  );
}
