import { decodePicture, narrowed } from "./decode-picture";

/** How an owner's pictures can be fetched many at once. */
export type PictureBundle = {
  /** The picture's name in a bundle, or null for one that only its own address brings. */
  readonly keyOf: (url: string) => string | null;
  /**
   * The address of many: answers, in order, each picture's length in bytes (32 bits, little-endian) and its bytes, length 0 for none.
   */
  readonly addressOf: (keys: readonly string[]) => string;
};

type Decode = (url: string, width: number, signal: AbortSignal) => Promise<ImageBitmap>;
type Wanted = {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly settle: (blob: Blob) => void;
  readonly fail: (reason: unknown) => void;
};

/** As many as come quickly enough that the first are not held up by the last. */
const BUNDLE_SIZE = 16;
const LENGTH_BYTES = 4;

/** Fetches what is asked for in one turn together; the rest of the work is `decodePicture`'s. */
export function createBundleDecoder(bundle: PictureBundle): Decode {
  let waiting: Wanted[] = [];

  const sendAll = () => {
    const live = waiting.filter(({ signal }) => !signal.aborted);
    waiting = [];
    for (let start = 0; start < live.length; start += BUNDLE_SIZE) void fetchBundle(bundle, live.slice(start, start + BUNDLE_SIZE));
  };

  return async (url, width, signal) => {
    const key = bundle.keyOf(url);
    if (key === null) return decodePicture(url, width, signal);
    const blob = await new Promise<Blob>((settle, fail) => {
      signal.addEventListener("abort", () => fail(new DOMException("no longer wished", "AbortError")), { once: true });
      waiting.push({ key, signal, settle, fail });
      // A whole list of wishes is asked for in one turn.
      if (waiting.length === 1) queueMicrotask(sendAll);
    });
    const whole = await createImageBitmap(blob);
    if (!signal.aborted) return narrowed(whole, width);
    whole.close();
    throw new DOMException("no longer wished", "AbortError");
  };
}

async function fetchBundle(bundle: PictureBundle, wanted: readonly Wanted[]): Promise<void> {
  const controller = new AbortController();
  let left = wanted.length;
  for (const { signal } of wanted) {
    signal.addEventListener(
      "abort",
      () => {
        left -= 1;
        if (left === 0) controller.abort();
      },
      { once: true },
    );
  }
  try {
    const response = await fetch(bundle.addressOf(wanted.map(({ key }) => key)), { signal: controller.signal, credentials: "same-origin" });
    if (!response.ok) throw new Error(`pictures answered ${response.status}`);
    const buffer = await response.arrayBuffer();
    const view = new DataView(buffer);
    let at = 0;
    for (const { settle, fail } of wanted) {
      const length = view.getUint32(at, true);
      at += LENGTH_BYTES;
      if (length === 0) fail(new Error("there is no such picture"));
      else settle(new Blob([new Uint8Array(buffer, at, length)]));
      at += length;
    }
  } catch (reason) {
    for (const { fail } of wanted) fail(reason);
  }
}
