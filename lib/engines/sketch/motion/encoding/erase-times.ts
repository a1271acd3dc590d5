/** Boxes that hold other boxes on the way to those that carry times. */
const CONTAINERS: ReadonlySet<string> = new Set(["moov", "trak", "mdia"]);
const TIMED: ReadonlySet<string> = new Set(["mvhd", "tkhd", "mdhd"]);

/** Sets creation and modification times of an MP4 to "unknown" in place: the same frames shall not differ by the hour they were encoded in. */
export function eraseTimes(file: Uint8Array): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to; ) {
      const size = view.getUint32(at);
      const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
      // 0 means "to the end" and 1 a 64-bit size: both only on media data, which comes last.
      if (size < 8 || at + size > to) return;
      if (CONTAINERS.has(type)) walk(at + 8, at + size);
      if (TIMED.has(type)) {
        const isLong = view.getUint8(at + 8) === 1;
        file.fill(0, at + 12, at + 12 + (isLong ? 16 : 8));
      }
      at += size;
    }
  };
  walk(0, file.byteLength);
}
