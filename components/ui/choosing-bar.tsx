"use client";
import { Check, Star, X } from "lucide-react";
import { ColourSwatches } from "./colour-swatches";
import type { Colour } from "./colours";
import { IconButton } from "./icon-button";

const RATINGS = [1, 2, 3, 4, 5] as const;

type Flag = "none" | "pick" | "reject";

export type ChoosingBarProps = {
  readonly flag: Flag;
  /** Stars, 0–5. */
  readonly rating: number;
  readonly colour: Colour;
  readonly onFlag: (flag: Flag) => void;
  readonly onRate: (rating: number) => void;
  readonly onColour: (colour: Colour) => void;
};

/** The pick, reject, stars and colour a picture has. What is pressed a second time is taken back. */
export function ChoosingBar({ flag, rating: given, colour, onFlag, onRate, onColour }: ChoosingBarProps) {
  return (
    <>
      <IconButton
        label="Pick"
        icon={<Check size={15} aria-hidden />}
        keys="p"
        pressed={flag === "pick"}
        onClick={() => onFlag(flag === "pick" ? "none" : "pick")}
      />
      <IconButton
        label="Reject"
        icon={<X size={15} aria-hidden />}
        keys="x"
        pressed={flag === "reject"}
        onClick={() => onFlag(flag === "reject" ? "none" : "reject")}
      />
      <span className="mx-1 h-4 w-px bg-line" />
      {RATINGS.map((rating) => (
        <button
          key={rating}
          type="button"
          aria-label={`${rating} ${rating === 1 ? "star" : "stars"}`}
          aria-pressed={given === rating}
          onClick={() => onRate(given === rating ? 0 : rating)}
          className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
        >
          <Star size={14} aria-hidden className={rating <= given ? "fill-current text-ink" : ""} />
        </button>
      ))}
      <span className="mx-1 h-4 w-px bg-line" />
      <ColourSwatches colour={colour} onColour={onColour} />
    </>
  );
}
