import clsx from "clsx";
import { ImageOff } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import { VideoBadge } from "@/components/ui/video/video-badge";
import type { AttemptPicture } from "@/lib/domain/review/view";
import { addresses } from "../addresses";

/** The newest attempt of a card, cut to its box; a card without one says that nothing was sent yet. */
export function CardThumb({ picture, className }: { picture: AttemptPicture | null; className: string }) {
  if (!picture)
    return (
      <span className={clsx("flex items-center justify-center rounded-sm border border-dashed border-line-strong text-faint", className)}>
        <ImageOff size={14} strokeWidth={1.5} aria-hidden />
        <span className="sr-only">Nothing submitted yet</span>
      </span>
    );
  return (
    <Picture
      src={addresses.picture(picture.assetId, "thumb")}
      width={picture.width}
      height={picture.height}
      thumbHash={picture.thumbHash}
      alt=""
      className={clsx("rounded-sm", className)}
    >
      {picture.video ? <VideoBadge durationMs={picture.video.durationMs} className="absolute right-0.5 bottom-0.5" /> : null}
    </Picture>
  );
}
