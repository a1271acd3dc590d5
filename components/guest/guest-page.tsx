"use client";
import { ChevronLeft, ChevronRight, Download, ImagePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Mark } from "@/components/ui/mark";
import type { GuestPower } from "@/lib/domain/guest/power";
import type { GuestShare } from "@/lib/domain/guest/view";
import type { GuestActs } from "./guest-acts";
import { GuestPanel } from "./guest-panel";
import { GuestPicture } from "./guest-picture";
import type { Place } from "./mark-layer";
import { usePageKeys } from "./use-page-keys";

export type GuestPageProps = {
  share: GuestShare;
  /** `/share/<token>`: below it lie the pictures. */
  address: string;
  acts: GuestActs;
};

/** What somebody outside the house sees of a link: one picture at a time, what it is for, and what they may say of it. */
export function GuestPage({ share, address, acts }: GuestPageProps) {
  const router = useRouter();
  const [at, setAt] = useState(0);
  const [place, setPlace] = useState<Place | null>(null);
  const [isMarking, setMarking] = useState(false);
  const card = share.cards[Math.min(at, share.cards.length - 1)];
  const many = share.cards.length > 1;
  const may = (power: GuestPower) => share.powers.includes(power);
  const stopMarking = () => {
    setMarking(false);
    setPlace(null);
  };
  const go = (step: number) => {
    setAt(Math.min(share.cards.length - 1, Math.max(0, at + step)));
    stopMarking();
  };
  const mayMark = may("mark") && card !== undefined && card.closed === null;
  usePageKeys({
    ArrowLeft: () => go(-1),
    ArrowRight: () => go(1),
    Escape: stopMarking,
    ...(mayMark ? { m: () => setMarking(true) } : {}),
  });
  // Whoever comes back to the page sees how it stands by now.
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && router.refresh();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [router]);

  return (
    <div className="flex h-dvh flex-col bg-canvas max-lg:h-auto max-lg:min-h-dvh">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-4">
        <Mark />
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="font-medium">{share.name}</span> <span className="text-muted max-sm:hidden">from {share.workspace}</span>
        </p>
        {many ? (
          <nav aria-label="Pictures" className="flex items-center gap-1">
            <IconButton
              label="Previous picture"
              keys="arrowleft"
              icon={<ChevronLeft size={16} aria-hidden />}
              disabledReason={at === 0 ? "This is the first." : null}
              onClick={() => go(-1)}
            />
            <span aria-live="polite" className="text-xs tabular-nums text-muted">
              {at + 1} of {share.cards.length}
            </span>
            <IconButton
              label="Next picture"
              keys="arrowright"
              icon={<ChevronRight size={16} aria-hidden />}
              disabledReason={at === share.cards.length - 1 ? "This is the last." : null}
              onClick={() => go(1)}
            />
          </nav>
        ) : null}
        {card?.attempt && may("download") ? (
          // A plain link: a page that fetches ahead what it links to would take the file unasked.
          <a className={buttonStyle("quiet", "small")} href={`${address}/files/${card.attempt.id}?download=1`} download>
            <Download size={13} aria-hidden />
            Download
          </a>
        ) : null}
      </header>
      <main className="flex min-h-0 flex-1 max-lg:flex-col">
        <section aria-label="Picture" className="relative min-h-0 min-w-0 flex-1 bg-surround max-lg:h-[52svh] max-lg:flex-none">
          {card?.attempt ? (
            <GuestPicture
              key={card.attempt.id}
              address={`${address}/pictures/${card.attempt.id}`}
              attempt={card.attempt}
              title={card.title}
              isWatermarked={share.isWatermarked}
              marks={card.marks}
              place={place}
              onPlace={isMarking ? setPlace : null}
            />
          ) : (
            <EmptyState icon={<ImagePlus />} title="Nothing to see yet">
              As soon as a picture is submitted for this, it appears here.
            </EmptyState>
          )}
        </section>
        {card ? (
          <GuestPanel
            key={card.attempt?.id ?? card.cardId}
            share={share}
            card={card}
            acts={acts}
            place={place}
            marking={{ isOn: isMarking, isAllowed: mayMark, start: () => setMarking(true), stop: stopMarking }}
          />
        ) : null}
      </main>
    </div>
  );
}
