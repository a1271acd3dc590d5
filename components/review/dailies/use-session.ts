"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import type { FilmStand, LedFilm } from "@/components/ui/video/led-film";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { PlaylistView } from "@/lib/domain/playlist/view";

/** Where a session is on this screen: with the presenter, or on one's own until one follows again; and the steps of whoever presents. */
export function useSession({ id: playlistId, cards, presenter, position, film }: PlaylistView) {
  const queries = useQueryClient();
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  // Null: where the presenter is. Somebody who steps aside looks on their own until they follow again.
  const [own, setOwn] = useState<number | null>(null);
  // Whoever begins or takes over brings everybody along.
  const [led, setLed] = useState(presenter?.id ?? null);
  if (led !== (presenter?.id ?? null)) {
    setLed(presenter?.id ?? null);
    setOwn(null);
  }
  const options = {
    meta: { isQuiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: studio.playlist.key() }),
    onError: (error: Error) => announce({ tone: "bad", text: sentenceOf(error) }),
  };
  const showing = useMutation({
    ...options,
    // One after the other: two quick steps arrive in their order.
    scope: { id: `present ${playlistId}` },
    mutationFn: (input: { position: number; takeOver?: boolean }) => rpc.playlist.present({ playlistId, ...input }),
  });
  const ending = useMutation({ ...options, mutationFn: () => rpc.playlist.end({ playlistId }) });
  const isPresenting = presenter !== null && presenter.id === me.data?.memberId;
  // Where the presenter is going already is where they are.
  const going = showing.isPending ? showing.variables.position : position;
  const at = isPresenting ? going : (own ?? position);
  // Where the last step leads: keys come faster than the screen draws.
  const aim = useRef(at);
  useLayoutEffect(() => {
    aim.current = at;
  }, [at]);
  const goTo = (next: number) => {
    if (next < 0 || next >= cards.length) return false;
    aim.current = next;
    if (isPresenting) showing.mutate({ position: next });
    else setOwn(next);
    return true;
  };
  const onStand = useFilmTelling(playlistId);
  const isFollowing = !isPresenting && presenter !== null && own === null;
  const ledFilm = useMemo<LedFilm>(
    () => ({ onStand: isPresenting ? onStand : null, led: isFollowing ? film : null }),
    [isPresenting, isFollowing, onStand, film],
  );
  return {
    isPresenting,
    /** The film of the card on this screen, as it leads the others or is led. */
    ledFilm,
    /** Stepped aside while somebody presents. */
    isAside: !isPresenting && presenter !== null && own !== null,
    /** The card on this screen, counted from 0. */
    at,
    goTo,
    step: (by: 1 | -1) => goTo(aim.current + by),
    follow: () => setOwn(null),
    /** Begins to present here, or takes over from somebody else. */
    present: () => {
      showing.mutate({ position: at, takeOver: presenter !== null });
      setOwn(null);
    },
    end: () => ending.mutate(),
    isStarting: showing.isPending,
    isEnding: ending.isPending,
  };
}

/** Tells the others where the film stands: one word at a time, and of those that wait only the last. */
function useFilmTelling(playlistId: string): (stand: FilmStand) => void {
  const latest = useRef<FilmStand | null>(null);
  const isTelling = useRef(false);
  return useCallback(
    async (stand) => {
      latest.current = stand;
      if (isTelling.current) return;
      isTelling.current = true;
      for (let next: FilmStand | null = stand; next; next = latest.current) {
        latest.current = null;
        // What could not be told is told with the next word.
        await rpc.playlist.showFilm({ playlistId, ...next }).catch(() => undefined);
      }
      isTelling.current = false;
    },
    [playlistId],
  );
}
