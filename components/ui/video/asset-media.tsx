import { Picture, type PictureProps } from "@/components/ui/picture";
import type { VideoShape } from "@/lib/domain/asset/asset-view";
import { VideoPlayer } from "./video-player";

export type AssetMediaProps = Omit<PictureProps, "src" | "children"> & {
  assetId: string;
  /** How it plays; null for a picture. */
  video: VideoShape | null;
};

/** A stored file to look at in full: a picture as it is, a video with its player. */
export function AssetMedia({ assetId, video, ...picture }: AssetMediaProps) {
  const of = (rendition: string) => `/assets/${assetId}/${rendition}`;
  if (video === null) return <Picture src={of("screen")} {...picture} />;
  const { width, height, alt, className } = picture;
  return (
    <VideoPlayer
      src={of("original")}
      poster={of("screen")}
      filmstrip={of("filmstrip")}
      width={width}
      height={height}
      video={video}
      label={alt}
      {...(className ? { className } : {})}
    />
  );
}
