"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { openMicrophone } from "@/lib/client/live/microphone";
import { openStage } from "@/lib/client/live/stages";
import { Talk, type TalkState } from "@/lib/client/live/talk";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { LiveMode } from "@/lib/domain/live/session";

const PAGE_LEAVES = ["beforeunload", "pagehide"] as const;
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
  useEffect(() => {
    const abandon = () => held.current?.abandon();
    // An engine's client leaves its room at the first of these by itself, which would read as the engine's doing.
    for (const leaving of PAGE_LEAVES) window.addEventListener(leaving, abandon);
    return () => {
      for (const leaving of PAGE_LEAVES) window.removeEventListener(leaving, abandon);
      abandon();
    };
  }, []);
  const join = () => {
    if (held.current) return;
    const begun = new Talk(mode, {
      join: () => rpc.live.join({ sessionId }),
      hear: (seen, lines) => rpc.live.hear({ sessionId, seen, lines: [...lines] }),
      end: async (reason, seen, lines) => void (await rpc.live.end({ sessionId, reason, seen, lines: [...lines] })),
      openStage,
      openMicrophone,
      every: (ms, act) => {
        const timer = setInterval(act, ms);
        return () => clearInterval(timer);
      },
      after: (ms, act) => void setTimeout(act, ms),
      now: () => performance.now(),
      sentenceOf,
    });
    held.current = begun;
    setTalk(begun);
    void begun.begin();
  };
  return { talk, state, join };
}
