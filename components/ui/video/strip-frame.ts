import type { CSSProperties } from "react";
import { FILMSTRIP_FRAMES } from "@/lib/domain/asset/limits";

/** One frame of a filmstrip as the ground of whatever box it is laid in. */
export function stripFrame(src: string, frame: number): CSSProperties {
  const at = Math.min(Math.max(frame, 0), FILMSTRIP_FRAMES - 1);
  return {
    backgroundImage: `url(${src})`,
    backgroundSize: `${FILMSTRIP_FRAMES * 100}% 100%`,
    backgroundPosition: `${(at / (FILMSTRIP_FRAMES - 1)) * 100}% 0`,
  };
}
