"use client";
import { Check, Star, X } from "lucide-react";
import { ColourSwatches } from "./colour-swatches";
import type { Colour } from "./colours";
import { IconButton } from "./icon-button";
import { Media, type MediaProps } from "./video/media";

const RATINGS = [1, 2, 3, 4, 5] as const;

type Flag = "none" | "pick" | "reject";

export type ChosenPictureProps = Pick<MediaProps, "address" | "alt" | "video" | "width" | "height" | "thumbHash"> & {
  readonly flag: Flag;
  /** Stars, 0–5. */
  readonly rating: number;
  readonly colour: Colour;
  readonly onFlag: (flag: Flag) => void;
  readonly onRate: (rating: number) => void;
  readonly onColour: (colour: Colour) => void;
};

/** The picture one is on, and the pick, reject and stars it has. What is pressed a second time is taken back. */
export function ChosenPicture({ flag, rating: given, colour, onFlag, onRate, onColour, ...media }: ChosenPictureProps) {
  return (
    <>
      <Media key={media.address} {...media} fit="contain" className="w-full rounded-md bg-surround" />
      <div className="flex flex-wrap items-center gap-1">
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
        <span className="ml-auto text-2xs whitespace-nowrap text-faint">
          {media.width} × {media.height}
        </span>
      </div>
    </>
  );
}
