"use client";
import { Mic, MicOff } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Talk, TalkState } from "@/lib/client/live/talk";
import { MICROPHONE_TROUBLES } from "./words";

type MicrophoneState = TalkState["microphone"];

/** Opens and closes the microphone, and shows how loud one is while it is open. */
export function MicrophoneButton({
  talk,
  state: { microphone },
  notYet,
  isFirst,
}: {
  talk: Talk;
  state: TalkState;
  notYet: string | null;
  /** Whether speaking is the only way here. */
  isFirst: boolean;
}) {
  const isOn = microphone === "on";
  return (
    <>
      <Button
        variant={isFirst && !isOn ? "primary" : "quiet"}
        icon={isOn ? <Mic size={14} aria-hidden /> : <MicOff size={14} aria-hidden />}
        aria-pressed={isOn}
        busy={microphone === "asking"}
        disabledReason={notYet}
        onClick={() => void talk.listen(!isOn)}
      >
        {isOn ? "Microphone on" : microphone === "asking" ? "Waiting for your permission" : "Microphone off"}
      </Button>
      {isOn ? <Loudness talk={talk} /> : null}
    </>
  );
}

/** Why there is no microphone, and what to do; nothing while there is none wanted. */
export function MicrophoneTrouble({ microphone, takesText }: { microphone: MicrophoneState; takesText: boolean }) {
  if (microphone === "off" || microphone === "on" || microphone === "asking") return null;
  return (
    <p role="alert" className="text-xs text-bad text-pretty">
      {MICROPHONE_TROUBLES[microphone]} {takesText ? "You can write instead." : null}
    </p>
  );
}

/** Drawn by itself sixty times a second: nothing else of the page is. */
function Loudness({ talk }: { talk: Talk }) {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(function draw() {
      if (bar.current) bar.current.style.transform = `scaleX(${talk.loudness().toFixed(3)})`;
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [talk]);
  return (
    <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-line">
      <span ref={bar} className="block size-full origin-left bg-ok" style={{ transform: "scaleX(0)" }} />
    </span>
  );
}
