/**
 * Fetches and decodes a picture away from the main thread. `width` bounds the result: wider pictures are scaled down,
 * narrower ones are left as they are.
 * @throws when the answer is not a picture, or the signal fires
 */
export async function decodePicture(url: string, width: number, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(url, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(`picture answered ${response.status}`);
  const blob = await response.blob();
  const whole = await createImageBitmap(blob);
  if (signal.aborted) {
    whole.close();
    throw new DOMException("no longer wished", "AbortError");
  }
  return narrowed(whole, width);
}

/** The picture at most this wide; a wider one is given back. */
export async function narrowed(whole: ImageBitmap, width: number): Promise<ImageBitmap> {
  if (whole.width <= width) return whole;
  const narrow = await createImageBitmap(whole, { resizeWidth: width, resizeQuality: "medium" });
  whole.close();
  return narrow;
}
