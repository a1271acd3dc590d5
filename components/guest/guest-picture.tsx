"use client";
import { Picture } from "@/components/ui/picture";
import { VideoPlayer } from "@/components/ui/video/video-player";
import type { GuestCard } from "@/lib/domain/guest/view";
import { MarkGround, MarkPin, type Place } from "./mark-layer";

export type GuestPictureProps = {
  /** Below it lie its sizes. */
  address: string;
  attempt: NonNullable<GuestCard["attempt"]>;
  title: string;
  isWatermarked: boolean;
  marks: GuestCard["marks"];
  place: Place | null;
  /** Takes a place while something is being marked. */
  onPlace: ((place: Place) => void) | null;
};

/** All of the picture on a neutral ground, with this guest's marks on it. */
export function GuestPicture({ address, attempt, title, isWatermarked, marks, place, onPlace }: GuestPictureProps) {
  const { width, height, thumbHash, video } = attempt;
  const plays = video !== null && !isWatermarked;
  const layers = (
    <>
      {marks.map((mark, index) => (
        <MarkPin key={mark.id} place={mark} label={String(index + 1)} />
      ))}
      {place ? <MarkPin place={place} label="•" /> : null}
      {onPlace ? <MarkGround place={place} onPlace={onPlace} /> : null}
    </>
  );
  return (
    <div className="[container-type:size] absolute inset-0 m-3 flex overflow-clip sm:m-4">
      <div style={{ width: `min(100cqw, calc(100cqh * ${width / height}), ${width}px)` }} className="relative m-auto shrink-0">
        {plays ? (
          <VideoPlayer
            src={`${address}/film`}
            poster={`${address}/screen`}
            filmstrip={`${address}/filmstrip`}
            width={width}
            height={height}
            video={video}
            label={title}
            thumbHash={thumbHash}
          >
            {layers}
          </VideoPlayer>
        ) : (
          <>
            <Picture src={`${address}/screen`} width={width} height={height} thumbHash={thumbHash} alt={title} fit="contain" eager />
            {layers}
          </>
        )}
        {video !== null && isWatermarked ? (
          <p className="mt-2 text-center text-xs text-muted">A film. Through this link its first picture is shown, with your name on it.</p>
        ) : null}
      </div>
    </div>
  );
}
