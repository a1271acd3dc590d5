import type { JsonValue } from "../../engine";
import type { Painter } from "../piece";
import { releaseGarbage } from "../raster/memory";
import { UnfitRequest } from "../unfit-request";
import { readClipSettings } from "./clip-settings";
import { clipSize } from "./clip-size";
import { type DirectedFilm, directFilm, type FilmRequest } from "./direct-film";
import { CLIP_MIME_TYPES, type ClipFormat } from "./encoding/clip-format";
import { Encoder } from "./encoding/encoder";
import { frameCount, framesOf } from "./film";
import { FRAMES_PER_SECOND } from "./motion-spec";

/** Share of a clip's progress that painting its plates stands for. */
const PAINTING_SHARE = 0.4;

/** Makes one clip. Progress is heard after each frame; the same request gives the same frames. */
export const makeClip: Painter = async (request, onProgress) => {
  const { duration, camera, lines, format } = readClipSettings(request.settings, request.quality);
  if (request.text.trim() === "" && !request.references.some(({ role }) => role.endsWith("-frame") || role === "image"))
    throw new UnfitRequest("Describe a scene, or give a start frame.");
  const size = clipSize(request.width, request.height, lines);
  const { bytes, directed } = await shoot({ ...request, ...size, duration, camera }, format, onProgress);
  const { plan, understood, ignored } = directed;
  const scene: JsonValue = JSON.parse(JSON.stringify({ ...plan.scene, motion: plan.motion }));
  return { bytes, mimeType: CLIP_MIME_TYPES[format], ...size, durationMs: duration * 1000, report: { understood, ignored, scene } };
};

/** Directs a film and encodes its frames as they are drawn. */
export async function shoot(
  request: FilmRequest,
  format: ClipFormat,
  onProgress: (share: number) => void,
): Promise<{ readonly bytes: Uint8Array; readonly directed: DirectedFilm }> {
  const { width, height } = request;
  const frames = frameCount(request);
  // Started first: the process comes up while the plates are painted.
  const encoder = new Encoder({ format, width, height, frames, framesPerSecond: FRAMES_PER_SECOND });
  try {
    const directed = await directFilm(request, (share) => onProgress(share * PAINTING_SHARE));
    releaseGarbage();
    let written = 0;
    for (const frame of framesOf(directed.film)) {
      await encoder.write(frame);
      onProgress(PAINTING_SHARE + (1 - PAINTING_SHARE) * (++written / frames));
    }
    return { bytes: await encoder.finish(), directed };
  } finally {
    encoder.stop();
  }
}
