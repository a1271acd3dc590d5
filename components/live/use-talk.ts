"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { openLiveAvatar } from "@/lib/client/live/stage";
import { Talk, type TalkState } from "@/lib/client/live/talk";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { LiveMode } from "@/lib/domain/live/session";

const NOTHING = () => () => {};

/** The session this window lives in; null until somebody joins. Leaving the page abandons it. */
export function useTalk(sessionId: string, mode: LiveMode): { talk: Talk | null; state: TalkState | null; join: () => void } {
  const [talk, setTalk] = useState<Talk | null>(null);
  const held = useRef<Talk | null>(null);
  const state = useSyncExternalStore<TalkState | null>(
    talk?.subscribe ?? NOTHING,
    () => talk?.state() ?? null,
    () => null,
  );
  useEffect(() => () => held.current?.abandon(), []);
  const join = () => {
    if (held.current) return;
    const begun = new Talk(mode, {
      join: () => rpc.live.join({ sessionId }),
      hear: (seen, lines) => rpc.live.hear({ sessionId, seen, lines: [...lines] }),
      end: async (reason) => void (await rpc.live.end({ sessionId, reason })),
      openStage: openLiveAvatar,
      every: (ms, act) => {
        const timer = setInterval(act, ms);
        return () => clearInterval(timer);
      },
      now: () => performance.now(),
      sentenceOf,
    });
    held.current = begun;
    setTalk(begun);
    void begun.begin();
  };
  return { talk, state, join };
}
