"use client";
import { Progress as Base } from "@base-ui/react/progress";
import clsx from "clsx";
import type { Tone } from "./badge";

const FILLS: Readonly<Record<Tone, string>> = { plain: "bg-muted", accent: "bg-accent-ink", ok: "bg-ok", warn: "bg-warn", bad: "bg-bad" };

export type MeterProps = {
  label: string;
  /** 0…1, or null while nobody knows how long it takes. */
  fraction: number | null;
  /** What stands at the right: "12 s left", "$3.20 of $5.00". */
  text?: string;
  labelHidden?: boolean;
  tone?: Tone;
};

/** How far something has come, or how much of it is used. */
export function Meter({ label, fraction, text, labelHidden = false, tone = "accent" }: MeterProps) {
  const percent = fraction === null ? null : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <Base.Root value={percent} aria-valuetext={text} className="grid grid-cols-[1fr_auto] gap-x-2 gap-y-1 text-xs text-muted">
      <Base.Label className={labelHidden ? "sr-only" : "truncate"}>{label}</Base.Label>
      {text && !labelHidden ? <span>{text}</span> : null}
      <Base.Track className="col-span-2 h-1 overflow-hidden rounded-full bg-line">
        <Base.Indicator
          className={clsx("h-full rounded-full transition-[width] duration-150", FILLS[tone], percent === null && "w-1/3 animate-sweep")}
        />
      </Base.Track>
    </Base.Root>
  );
}
