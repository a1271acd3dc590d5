"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { ChevronLeft, ChevronRight, Maximize, MonitorPlay, Share2, Square, Users } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { LedFilmContext } from "@/components/ui/video/led-film";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import type { PlaylistView } from "@/lib/domain/playlist/view";
import { addresses } from "../addresses";
import { ShareDialog } from "../share/share-dialog";
import { PlaylistStrip } from "./playlist-strip";
import { PresentedCard } from "./presented-card";
import { SessionSummary } from "./session-summary";
import { useAttendance } from "./use-attendance";
import { useFilledScreen } from "./use-filled-screen";
import { useSession } from "./use-session";

/** A review session: one presents, everybody present sees the same card, and whoever decides does so while it is seen. */
export function Dailies({ playlistId }: { playlistId: string }) {
  const playlist = useQuery(studio.playlist.get.queryOptions({ input: { playlistId } }));
  if (playlist.data) return <Session playlist={playlist.data} />;
  if (playlist.isError)
    return (
      <Failure
        failure={failureOf(playlist.error)}
        back={{ href: addresses.playlists, label: "All playlists" }}
        onRetry={() => void playlist.refetch()}
        retrying={playlist.isFetching}
      />
    );
  return <Skeleton className="m-6 h-96" />;
}

function Session({ playlist }: { playlist: PlaylistView }) {
  const { id: playlistId, cards, presenter } = playlist;
  const { at, goTo, step, ...session } = useSession(playlist);
  const present = useAttendance(playlistId) ?? playlist.present;
  const [isSharing, setSharing] = useState(false);
  const shown = cards[at] ?? cards[0];
  const { isFilled, toggle: fillScreen } = useFilledScreen();
  const fillKeys = useChord("full-screen");
  useKeys("pictures", { left: () => step(-1), right: () => step(1) });
  useKeys("review", { "full-screen": fillScreen });

  return (
    <div className={clsx("flex flex-col bg-canvas", isFilled ? "fixed inset-0 z-30" : "h-full")}>
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1">
        <h1 dir="auto" className="min-w-0 truncate text-sm font-semibold max-sm:shrink-0 max-sm:grow max-sm:basis-1/3">
          {playlist.name}
        </h1>
        <span className="text-xs text-muted tabular-nums">
          {cards.length === 0 ? "No card" : `${Math.min(at, cards.length - 1) + 1} of ${cards.length}`}
        </span>
        <p
          aria-live="polite"
          className="flex min-w-0 flex-1 items-center gap-1.5 truncate text-xs text-muted max-sm:order-1 max-sm:min-w-44"
        >
          <Users size={13} aria-hidden className="shrink-0" />
          <span className="truncate">
            {presenter ? `${session.isPresenting ? "You present" : `${presenter.name} presents`} · ` : ""}
            {present.map(({ name }) => name).join(", ") || "Nobody is here"}
          </span>
        </p>
        {session.isAside ? (
          <Button size="small" onClick={session.follow}>
            Follow {presenter?.name}
          </Button>
        ) : null}
        {session.isPresenting ? null : (
          <Button
            size="small"
            variant={presenter ? "ghost" : "primary"}
            icon={<MonitorPlay size={14} aria-hidden />}
            busy={session.isStarting}
            disabledReason={cards.length === 0 ? "Put a card on the playlist first." : null}
            onClick={session.present}
          >
            {presenter ? "Take over" : "Present"}
          </Button>
        )}
        {session.isPresenting ? (
          <Button size="small" icon={<Square size={13} aria-hidden />} busy={session.isEnding} onClick={session.end}>
            End<span className="max-sm:sr-only"> the session</span>
          </Button>
        ) : null}
        <span className="flex shrink-0 items-center gap-1 max-sm:order-2">
          <IconButton label="Card before" icon={<ChevronLeft size={16} aria-hidden />} onClick={() => step(-1)} />
          <IconButton label="Next card" icon={<ChevronRight size={16} aria-hidden />} onClick={() => step(1)} />
          <IconButton label="Share with guests" icon={<Share2 size={15} aria-hidden />} onClick={() => setSharing(true)} />
          <IconButton
            label="Full screen"
            keys={fillKeys}
            pressed={isFilled}
            icon={<Maximize size={15} aria-hidden />}
            onClick={fillScreen}
          />
        </span>
      </div>
      {cards.length > 1 ? (
        <PlaylistStrip playlist={playlist} at={at} presentedAt={presenter === null ? null : playlist.position} onGo={goTo} />
      ) : null}
      {presenter === null && playlist.endedAt ? <SessionSummary playlist={playlist} /> : null}
      {shown ? (
        <LedFilmContext value={session.ledFilm}>
          <PresentedCard key={shown.cardId} cardId={shown.cardId} />
        </LedFilmContext>
      ) : (
        <p className="p-6 text-sm text-muted">The playlist is empty: choose cards in the queue and make another one.</p>
      )}
      {isSharing ? (
        <ShareDialog
          shared={{
            kind: "playlist",
            id: playlistId,
            name: playlist.name,
            cards: cards.map(({ cardId, title }) => ({ id: cardId, title })),
          }}
          onClose={() => setSharing(false)}
        />
      ) : null}
    </div>
  );
}
