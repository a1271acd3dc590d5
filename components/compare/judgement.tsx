import clsx from "clsx";
import { Check, X } from "lucide-react";
import { colourLook } from "@/components/ui/colours";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ComparedVariant } from "./compared";

/** What was decided about a picture, on the picture: icon and word, never colour alone. */
export function Judgement({
  variant,
  className,
}: {
  variant: Pick<ComparedVariant, "number" | "label" | "flag" | "rating" | "colour">;
  className: string;
}) {
  const look = colourLook(variant.colour);
  return (
    <p
      className={clsx(
        "pointer-events-none absolute flex max-w-[calc(100%-1.75rem)] items-center gap-2 rounded-sm bg-black/75 px-1.5 py-0.5 text-xs text-white",
        className,
      )}
    >
      {variant.number === undefined ? null : <span className="font-semibold tabular-nums">{variant.number}</span>}
      <span className="truncate">{variant.label}</span>
      {variant.flag === "pick" ? (
        <span className="flex items-center gap-1">
          <Check size={12} aria-hidden /> Picked
        </span>
      ) : variant.flag === "reject" ? (
        <span className="flex items-center gap-1">
          <X size={12} aria-hidden /> Rejected
        </span>
      ) : null}
      {variant.rating > 0 ? (
        <span>
          <span aria-hidden>{"★".repeat(variant.rating)}</span>
          <VisuallyHidden>{variant.rating} stars</VisuallyHidden>
        </span>
      ) : null}
      {look ? (
        <span className="flex items-center gap-1">
          <span aria-hidden style={{ background: look.css }} className="size-2.5 rounded-xs" /> {look.word}
        </span>
      ) : null}
    </p>
  );
}
