import { Picture, type PictureProps } from "@/components/ui/picture";
import { VideoPlayer, type VideoPlayerProps } from "./video-player";

export type MediaProps = Omit<PictureProps, "src" | "children"> &
  Pick<VideoPlayerProps, "children" | "spans" | "onTime" | "goTo"> & {
    /** Where its `screen`, `original` and, for a video, `filmstrip` lie. */
    address: string;
    /** How it plays; null for a picture. */
    video: VideoPlayerProps["video"] | null;
  };

/** A file to look at in full: a picture as it is, a video with its player. */
export function Media({ address, video, children, spans, onTime, goTo, ...picture }: MediaProps) {
  if (video === null) return <Picture src={`${address}/screen`} {...picture} />;
  const { width, height, alt, className, thumbHash } = picture;
  return (
    <VideoPlayer
      src={`${address}/original`}
      poster={`${address}/screen`}
      filmstrip={`${address}/filmstrip`}
      width={width}
      height={height}
      video={video}
      label={alt}
      thumbHash={thumbHash}
      {...{ spans, onTime, goTo }}
      {...(className ? { className } : {})}
    >
      {children}
    </VideoPlayer>
  );
}
