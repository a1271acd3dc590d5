import clsx from "clsx";
import type { Tone } from "./badge";

const FILLS: Readonly<Record<Tone, string>> = { plain: "bg-muted", accent: "bg-accent-ink", ok: "bg-ok", warn: "bg-warn", bad: "bg-bad" };

export type DotMeterProps = {
  /** What is counted, e.g. "Retries". */
  label: string;
  used: number;
  total: number;
  tone?: Tone;
};

/** ●●○ 2 of 3: a small count against its limit, in dots and in words. Beyond eight, the words alone. */
export function DotMeter({ label, used, total, tone = "plain" }: DotMeterProps) {
  const dots = Array.from({ length: total }, (_, index) => index);
  return (
    <span className="inline-flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
      {total <= 8 ? (
        <span aria-hidden className="inline-flex gap-1">
          {dots.map((dot) => (
            <span
              key={dot}
              className={clsx("size-2 rounded-full border", dot < used ? ["border-transparent", FILLS[tone]] : "border-faint")}
            />
          ))}
        </span>
      ) : null}
      <span>
        <span className="sr-only">{label}: </span>
        {used} of {total}
      </span>
    </span>
  );
}
