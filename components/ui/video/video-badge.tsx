import clsx from "clsx";
import { Play } from "lucide-react";
import { durationText } from "./duration-text";

/** Says on a poster that it moves, and for how long. */
export function VideoBadge({ durationMs, className }: { durationMs: number; className?: string }) {
  return (
    <span
      className={clsx(
        "pointer-events-none flex items-center gap-1 rounded-sm bg-black/75 px-1 py-0.5 text-2xs leading-none text-white",
        className,
      )}
    >
      <Play size={9} className="fill-current" aria-hidden />
      <span className="sr-only">Video, </span>
      {durationText(durationMs)}
    </span>
  );
}
