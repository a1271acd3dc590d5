"use client";
import clsx from "clsx";
import type { CSSProperties, ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { Media, type MediaProps } from "@/components/ui/video/media";
import type { AttemptView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";

export type Zoom = "fit" | "actual";

export type PicturePaneProps = {
  attempt: AttemptView;
  zoom: Zoom;
  /** Stands over the top left corner: which attempt this is. */
  caption?: ReactNode;
  className?: string;
  /** How a video is followed: its marked stretches, where it stands, and where it is to go. */
  playing?: Pick<MediaProps, "spans" | "onTime" | "goTo">;
  /** Drawn in place of a player of its own: a video that goes with others. */
  film?: ReactNode;
  /** Laid exactly over the picture: pins, the place to press. */
  children?: ReactNode;
};

/** What a film's strip takes below it. */
const STRIP_REM = 2.75;

/** One attempt on a neutral ground: all of it, or pixel for pixel. What is laid over it keeps to the picture's own edges. */
export function PicturePane({ attempt, zoom, caption, className, playing, film, children }: PicturePaneProps) {
  const { picture } = attempt;
  const ratio = picture.width / picture.height;
  // Never larger than it is: a picture that is blown up is judged for what it does not have.
  const height = picture.video && !film ? `(100cqh - ${STRIP_REM}rem)` : "100cqh";
  const fitted: CSSProperties = { width: `min(100cqw, calc(${height} * ${ratio}), ${picture.width}px)` };
  return (
    <div className={clsx("relative min-h-0 min-w-0 flex-1 bg-surround", className)}>
      <div
        className={clsx("[container-type:size] absolute inset-0 m-3 flex sm:m-4", zoom === "actual" ? "overflow-auto" : "overflow-clip")}
      >
        <div style={zoom === "fit" ? fitted : { width: picture.width }} className="relative m-auto shrink-0">
          {film ? (
            <div
              style={{
                aspectRatio: `${picture.width} / ${picture.height}`,
                backgroundImage: `url(${addresses.picture(picture.assetId, "screen")})`,
              }}
              className="relative bg-[length:100%_100%]"
            >
              {film}
              {children}
            </div>
          ) : picture.video ? (
            <Media
              key={picture.assetId}
              address={`/assets/${picture.assetId}`}
              video={picture.video}
              width={picture.width}
              height={picture.height}
              thumbHash={picture.thumbHash}
              alt={`Attempt ${attempt.number}, ${picture.fileName}`}
              {...playing}
            >
              {children}
            </Media>
          ) : (
            <>
              <Picture
                src={addresses.picture(picture.assetId, zoom === "fit" ? "screen" : "original")}
                width={picture.width}
                height={picture.height}
                thumbHash={picture.thumbHash}
                alt={`Attempt ${attempt.number}, ${picture.fileName}`}
                fit="contain"
                eager
              />
              {children}
            </>
          )}
        </div>
      </div>
      {caption ? <div className="pointer-events-none absolute top-2 left-2 flex max-w-full gap-1.5">{caption}</div> : null}
    </div>
  );
}
