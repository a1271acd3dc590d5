"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { GuestLogEntry, ShareLinkView } from "@/lib/domain/guest/view";
import { LINK_LOOKS, POWER_WORDS } from "./words";

export type LinkRowProps = { link: ShareLinkView; notMine: string | null; onEdit: () => void; onRevoke: () => void };

const isOver = ({ state }: ShareLinkView) => state === "revoked";

/** A link: what it allows, how long, and who came through it. */
export function LinkRow({ link, notMine, onEdit, onRevoke }: LinkRowProps) {
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { word, tone } = LINK_LOOKS[link.state];
  const limits = [
    link.hasPassword ? "password" : "",
    link.isWatermarked ? "watermarked" : "",
    link.playlist ? `playlist “${link.playlist.name}”` : "",
    link.cards.length > 1 ? `${link.cards.length} cards` : "",
  ].filter(Boolean);
  const over = isOver(link) ? "It is revoked; make a new one." : notMine;
  return (
    <li className="py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">{link.name}</span>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <p className="mt-0.5 text-xs text-muted text-pretty">
        {link.powers.map((power) => POWER_WORDS[power].label).join(", ")}
        {limits.length > 0 ? ` · ${limits.join(" · ")}` : ""}
        {" · "}
        {link.expiresAt === null ? (
          "no end"
        ) : (
          <>
            {link.state === "expired" ? "ended" : "ends"} <RelativeTime at={link.expiresAt} />
          </>
        )}
        {" · by "}
        {link.madeBy.name}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1">
        <Button
          size="small"
          variant="ghost"
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {link.guests === 0 ? "Nobody came yet" : link.guests === 1 ? "1 person came" : `${link.guests} people came`}
        </Button>
        <Button size="small" variant="ghost" disabledReason={over} onClick={onEdit}>
          Change
        </Button>
        {isAsked && !isOver(link) ? (
          <Button size="small" variant="danger" onClick={onRevoke}>
            Yes, shut it for good
          </Button>
        ) : (
          <Button size="small" variant="ghost" disabledReason={over} onClick={() => setAsked(true)}>
            Revoke
          </Button>
        )}
      </div>
      {isOpen ? <Log linkId={link.id} /> : null}
    </li>
  );
}

function Log({ linkId }: { linkId: string }) {
  const log = useQuery(studio.share.log.queryOptions({ input: { linkId, limit: 100 } }));
  if (log.isPending) return <Skeleton className="mt-2 h-10" />;
  if (log.isError) return <p className="mt-2 text-xs text-bad">{sentenceOf(log.error)}</p>;
  if (log.data.items.length === 0)
    return <p className="mt-2 text-xs text-faint">Whoever opens the link says their name first; then they stand here.</p>;
  return (
    <ol className="mt-2 flex flex-col gap-2">
      {log.data.items.map((entry) => (
        <Visitor key={entry.guestId} entry={entry} />
      ))}
    </ol>
  );
}

function Visitor({ entry: { name, device, cameAt, lastSeenAt, views } }: { entry: GuestLogEntry }) {
  return (
    <li className="border-l-2 border-line pl-2 text-xs">
      <span className="font-medium">{name}</span>{" "}
      <span className="text-faint">
        {device}, came <RelativeTime at={cameAt} />, last here <RelativeTime at={lastSeenAt} />
      </span>
      {views.map(({ cardTitle, attempt, act, times, lastAt }) => (
        <span key={`${cardTitle} ${attempt} ${act}`} className="block text-muted">
          {act === "seen" ? "Saw" : "Downloaded"} attempt {attempt} of “{cardTitle}”{times > 1 ? ` ${times} times, last` : ""}{" "}
          <RelativeTime at={lastAt} />
        </span>
      ))}
    </li>
  );
}
