"use client";
import { useEffect, useRef } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Talk, TalkState } from "@/lib/client/live/talk";

/** The avatar's picture and sound. */
export function StageView({ talk, state }: { talk: Talk; state: TalkState }) {
  const video = useRef<HTMLVideoElement>(null);
  const { hasPicture, phase, isSpeaking } = state;
  useEffect(() => {
    // The picture may be there before the session is joined, and is to be had only then.
    if (hasPicture && phase === "live" && video.current) talk.attach(video.current);
  }, [hasPicture, phase, talk]);
  return (
    <div className="relative aspect-video w-full overflow-hidden rounded-md bg-inset">
      {/* biome-ignore lint/a11y/useMediaCaption: what it says stands beside it as it is said */}
      <video ref={video} autoPlay playsInline aria-label="The avatar" className="size-full object-contain" />
      {phase === "live" && hasPicture ? (
        isSpeaking ? (
          <span className="absolute bottom-2 left-2 rounded-sm bg-surface/80 px-1.5 py-0.5 text-2xs text-ink">Speaking</span>
        ) : null
      ) : (
        <p className="absolute inset-0 flex items-center justify-center gap-2 text-sm text-muted">
          {phase === "joining" || phase === "live" ? <Spinner /> : null}
          {phase === "joining" || phase === "live" ? "The avatar is coming…" : phase === "leaving" ? "Leaving…" : "It is over."}
        </p>
      )}
    </div>
  );
}
