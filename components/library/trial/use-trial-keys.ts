"use client";
import { unless } from "@/components/ui/unless";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { BuiltInKind } from "@/lib/domain/review/defect";
import type { Judgement } from "@/lib/domain/trial/judgement";
import { judgementOf } from "./judging";

export interface TrialWays {
  readonly go: (by: "left" | "right" | "up" | "down") => void;
  readonly next: () => void;
  readonly judge: (judgement: Judgement | null) => void;
  readonly turnLarge: () => void;
  readonly compare: () => void;
  readonly leave: () => void;
}

/** A trial under the fingers: arrows move, one key judges and goes on. @param blocked why the picture cannot be judged, or null */
export function useTrialKeys({ go, next, judge, turnLarge, compare, leave }: TrialWays, blocked: string | null): void {
  useKeys("studio", { leave });
  const say = (judgement: Judgement | null) => () => unless(blocked, () => judge(judgement));
  const { offered, labelOf } = useDefectKinds();
  const fail = (kind: BuiltInKind) => () => {
    const isOffered = offered.some((each) => each.kind === kind);
    unless(isOffered ? blocked : `"${labelOf(kind)}" is no longer a kind of defect here.`, () => judge(judgementOf("fail", kind)));
  };
  useKeys("trial", {
    "trial-left": () => go("left"),
    "trial-right": () => go("right"),
    "trial-up": () => go("up"),
    "trial-down": () => go("down"),
    "trial-next": next,
    "trial-large": turnLarge,
    "trial-compare": compare,
    "trial-pass": say(judgementOf("pass")),
    "trial-fail": say(judgementOf("fail")),
    "trial-take-back": say(null),
    "trial-hands": fail("hands"),
    "trial-text": fail("text"),
    "trial-logo": fail("logo"),
    "trial-artefact": fail("artefact"),
    "trial-colour": fail("colour"),
    "trial-composition": fail("composition"),
    "trial-continuity": fail("continuity"),
    "trial-brand": fail("brand"),
    "trial-rights": fail("rights"),
    "trial-safety": fail("safety"),
    "trial-other": fail("other"),
  });
}
