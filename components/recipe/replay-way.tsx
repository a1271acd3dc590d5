"use client";
import { RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";

/** The press that asks to run the recipe of the picture one is on again, where a key does the same. */
export function ReplayWay({ reason, onReplay }: { reason: string | null; onReplay: () => void }) {
  const keys = useChord("replay");
  return (
    <Button size="small" variant="ghost" icon={<RotateCcw size={13} aria-hidden />} keys={keys} disabledReason={reason} onClick={onReplay}>
      Replay…
    </Button>
  );
}
