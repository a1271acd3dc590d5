"use client";
import { ChoosingBar, type ChoosingBarProps } from "./choosing-bar";
import { Media, type MediaProps } from "./video/media";

export type ChosenPictureProps = Pick<MediaProps, "address" | "alt" | "video" | "width" | "height" | "thumbHash"> & ChoosingBarProps;

/** The picture one is on, and what was decided about it. */
export function ChosenPicture({ flag, rating, colour, onFlag, onRate, onColour, ...media }: ChosenPictureProps) {
  return (
    <>
      <Media key={media.address} {...media} fit="contain" className="w-full rounded-md bg-surround" />
      <div className="flex flex-wrap items-center gap-1">
        <ChoosingBar {...{ flag, rating, colour, onFlag, onRate, onColour }} />
        <span className="ml-auto text-2xs whitespace-nowrap text-faint">
          {media.width} × {media.height}
        </span>
      </div>
    </>
  );
}
