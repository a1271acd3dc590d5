"use client";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { SurfaceHandle } from "@/components/picture-surface";
import { type Attending, attend } from "@/lib/client/attendance";
import { useDesk } from "@/lib/client/desk/desk-provider";
import { thisTab } from "@/lib/client/desk/this-tab";
import { afterPause } from "@/lib/client/events";
import { useEventStream } from "@/lib/client/providers";
import { rpc } from "@/lib/client/rpc";
import { heard, MAX_SHOWN_SELECTION, type Presences, type Present, peopleOf, stillHere } from "@/lib/domain/board/presence";
import { Id } from "@/lib/domain/wire";

const NOBODY: Presences = new Map();
const LOOK_AGAIN_MS = 3_000;

export interface BoardPresence {
  /** Everybody else on this board, each once. */
  readonly people: readonly Present[];
  /** Whose view is followed. */
  readonly following: Present | null;
  follow(memberId: string | null): void;
  /** The pointer moved over the board, in world units; null when it left. */
  point(cursor: { x: number; y: number } | null): void;
  /** What is seen has changed. */
  look(): void;
}

/** Who else is on this board, told through the event stream and kept nowhere. */
export function usePresence(boardId: string, surface: RefObject<SurfaceHandle | null>): BoardPresence {
  const stream = useEventStream();
  const selection = useDesk((desk) => desk.selection);
  const [present, setPresent] = useState(NOBODY);
  const [followed, setFollowed] = useState<string | null>(null);
  const attending = useRef<Attending | null>(null);

  useEffect(() => {
    const tabId = thisTab();
    const here = attend(boardId, tabId, {
      say: (attendance) => rpc.board.attend(attendance),
      now: () => performance.now(),
      after: afterPause,
    });
    attending.current = here;
    const known = new Set<string>();
    const stop = stream.onPresence((news) => {
      if (news.boardId !== boardId || news.tabId === tabId) return;
      // Who has just come has heard nobody yet.
      if (!known.has(news.tabId)) here.again();
      known.add(news.tabId);
      if (news.isLeaving) known.delete(news.tabId);
      setPresent((before) => heard(before, news, Date.now()));
    });
    const timer = setInterval(() => setPresent((before) => stillHere(before, Date.now())), LOOK_AGAIN_MS);
    const leave = () => here.leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      clearInterval(timer);
      stop();
      leave();
      attending.current = null;
      setPresent(NOBODY);
    };
  }, [boardId, stream]);

  useEffect(() => {
    // Pictures to come and places of sections have ids of this surface only.
    const chosen = [...selection].filter((id) => Id.safeParse(id).success);
    attending.current?.change({ selection: chosen.slice(0, MAX_SHOWN_SELECTION) });
  }, [selection]);

  const people = useMemo(() => peopleOf(present), [present]);
  const following = people.find(({ memberId }) => memberId === followed) ?? null;
  const seen = following?.view ?? null;
  useEffect(() => {
    if (seen) surface.current?.showWorld(seen);
  }, [seen, surface]);

  return {
    people,
    following,
    follow: setFollowed,
    point: (cursor) => attending.current?.change({ cursor }),
    look: () => attending.current?.change({ view: surface.current?.visibleWorld() ?? null }),
  };
}
