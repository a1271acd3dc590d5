import clsx from "clsx";
import type { ReactNode } from "react";

/** What a mark says: nothing in particular, attention of the calm kind, or an outcome. */
export type Tone = "plain" | "accent" | "ok" | "warn" | "bad";

const TONES: Readonly<Record<Tone, string>> = {
  plain: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent-ink",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** A state in a word, with an icon wherever colour carries meaning. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={clsx("inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap", TONES[tone])}
    >
      {icon}
      {children}
    </span>
  );
}
