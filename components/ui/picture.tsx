"use client";
import clsx from "clsx";
import { ImageOff } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { thumbHashUrl } from "./thumb-hash-url";

export type PictureProps = {
  src: string;
  /** Pixels of the original; only their ratio matters here, and it holds the place before the picture is there. */
  width: number;
  height: number;
  alt: string;
  /** Base64 ThumbHash, shown until the picture is decoded. */
  thumbHash?: string | null | undefined;
  /** cover fills its box and crops; contain shows all of it. */
  fit?: "cover" | "contain";
  /** Load at once: for what is in sight when the page opens. */
  eager?: boolean;
  className?: string;
  /** Laid over the picture: badges, flags. */
  children?: ReactNode;
};

type Loading = "loading" | "shown" | "failed";

/** A picture that never makes the page jump. Its box has the picture's own ratio unless `className` gives it another. */
export function Picture({ src, width, height, alt, thumbHash, fit = "cover", eager = false, className, children }: PictureProps) {
  const [state, setState] = useState<{ src: string; loading: Loading }>({ src, loading: "loading" });
  // A new address is a new picture: what was known of the old one no longer holds.
  const loading = state.src === src ? state.loading : "loading";
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    // It may have come, or failed, before this page was awake; then its event has already been and gone.
    const node = image.current;
    if (!node?.complete) return;
    if (node.naturalWidth > 0) whenDecoded(node, src, () => setState({ src, loading: "shown" }));
    else setState({ src, loading: "failed" });
  }, [src]);
  const placeholder = useMemo(() => thumbHashUrl(thumbHash), [thumbHash]);
  const objectFit = fit === "cover" ? "object-cover" : "object-contain";
  return (
    <div style={{ aspectRatio: `${width} / ${height}` }} className={clsx("relative overflow-hidden bg-inset", className)}>
      {placeholder && loading !== "shown" ? (
        // biome-ignore lint/performance/noImgElement: a data address has nothing to optimise
        <img src={placeholder} alt="" aria-hidden className={clsx("absolute inset-0 size-full", objectFit)} />
      ) : null}
      {loading === "failed" ? (
        <span
          role="img"
          aria-label={alt}
          className="absolute inset-0 flex flex-col items-center justify-center gap-1 bg-inset text-xs text-faint"
        >
          <ImageOff size={18} strokeWidth={1.5} aria-hidden />
          Not available
        </span>
      ) : (
        // biome-ignore lint/performance/noImgElement: renditions are made on our side in the sizes we ask for
        <img
          ref={image}
          src={src}
          alt={alt}
          width={width}
          height={height}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          draggable={false}
          onLoad={(event) => whenDecoded(event.currentTarget, src, () => setState({ src, loading: "shown" }))}
          onError={() => setState({ src, loading: "failed" })}
          className={clsx("absolute inset-0 size-full", objectFit, loading === "shown" || !placeholder ? "opacity-100" : "opacity-0")}
        />
      )}
      {children}
    </div>
  );
}

/** A large picture has come long before it can be painted; until then its placeholder stays, or there would be a dark moment. */
function whenDecoded(image: HTMLImageElement, src: string, show: () => void): void {
  const unlessReplaced = () => {
    if (image.getAttribute("src") === src) show();
  };
  // What cannot be decoded ahead is shown as the browser manages.
  image.decode().then(unlessReplaced, unlessReplaced);
}
