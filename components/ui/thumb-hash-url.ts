import { thumbHashToDataURL } from "thumbhash";

/** A base64 ThumbHash as a tiny picture's address; null when there is none or it cannot be read. */
export function thumbHashUrl(thumbHash: string | null | undefined): string | null {
  if (!thumbHash) return null;
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbHash), (letter) => letter.charCodeAt(0)));
  } catch {
    // A placeholder is a courtesy: a damaged one must not cost the picture.
    return null;
  }
}
