"use client";
import { WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Talk, TalkState } from "@/lib/client/live/talk";

/** The avatar's picture and sound. */
export function StageView({ talk, state }: { talk: Talk; state: TalkState }) {
  const video = useRef<HTMLVideoElement>(null);
  const { hasPicture, phase, isSpeaking, isWeak } = state;
  useEffect(() => {
    // The picture may be there before the session is joined, and is to be had only then.
    if (hasPicture && phase === "live" && video.current) talk.attach(video.current);
  }, [hasPicture, phase, talk]);
  return (
    <div className="relative aspect-video w-full overflow-hidden rounded-md bg-inset">
      {/* biome-ignore lint/a11y/useMediaCaption: what it says stands beside it as it is said */}
      <video ref={video} autoPlay playsInline aria-label="The avatar" className="size-full object-contain" />
      {phase === "live" && hasPicture ? (
        <span className="absolute bottom-2 left-2 flex flex-col items-start gap-1">
          {isSpeaking ? <Note>Speaking</Note> : null}
          {isWeak ? <Note icon={<WifiOff size={12} aria-hidden />}>The connection is weak; it is being mended.</Note> : null}
        </span>
      ) : (
        <p role="status" className="absolute inset-0 flex items-center justify-center gap-2 px-4 text-center text-sm text-muted">
          {phase === "joining" || phase === "live" ? <Spinner /> : null}
          {phase === "joining"
            ? "Connecting…"
            : phase === "live"
              ? "The avatar is coming…"
              : phase === "leaving"
                ? "Leaving…"
                : "It is over."}
        </p>
      )}
    </div>
  );
}

function Note({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1 rounded-sm bg-surface/80 px-1.5 py-0.5 text-2xs text-ink">
      {icon}
      {children}
    </span>
  );
}
