"use client";
import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { Judgement } from "@/lib/domain/trial/judgement";
import { judgementOf } from "./judging";

export type VerdictsProps = {
  /** What this person said, if anything. */
  mine: Judgement | null;
  /** Why this picture cannot be judged, or null. */
  blocked: string | null;
  onJudge: (judgement: Judgement) => void;
};

/** Whether a picture passes or fails, side by side. */
export function Verdicts({ mine, blocked, onJudge }: VerdictsProps) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <Verdict
        isOn={mine?.verdict === "pass"}
        blocked={blocked}
        action="trial-pass"
        icon={<Check size={14} aria-hidden />}
        onPress={() => onJudge(judgementOf("pass"))}
      >
        Passes
      </Verdict>
      <Verdict
        isOn={mine?.verdict === "fail"}
        blocked={blocked}
        action="trial-fail"
        icon={<X size={14} aria-hidden />}
        onPress={() => onJudge(judgementOf("fail"))}
      >
        Fails
      </Verdict>
    </div>
  );
}

type VerdictProps = {
  isOn: boolean;
  blocked: string | null;
  action: "trial-pass" | "trial-fail";
  icon: ReactNode;
  onPress: () => void;
  children: ReactNode;
};

function Verdict({ isOn, blocked, action, icon, onPress, children }: VerdictProps) {
  const keys = useChord(action);
  return (
    <Button variant={isOn ? "primary" : "quiet"} aria-pressed={isOn} disabledReason={blocked} keys={keys} icon={icon} onClick={onPress}>
      {children}
    </Button>
  );
}
