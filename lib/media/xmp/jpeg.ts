const NAMESPACE = Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1");
const MARKER = { app0: 0xe0, app1: 0xe1, app15: 0xef } as const;
/** The length field is 16-bit and counts itself. */
const MAX_SEGMENT_BYTES = 65_533;

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marker: number;
  readonly body: Buffer;
}

/** The segments before the picture's own data, as far as they are the ones that carry metadata. */
function* applicationSegments(file: Buffer): Generator<Segment> {
  for (let start = 2; start + 4 <= file.length && file[start] === 0xff; ) {
    const marker = file[start + 1] ?? 0;
    if (marker < MARKER.app0 || marker > MARKER.app15) return;
    const end = start + 2 + file.readUInt16BE(start + 2);
    if (end > file.length) return;
    yield { start, end, marker, body: file.subarray(start + 4, end) };
    start = end;
  }
}

/**
 * A JPEG with its XMP packet replaced by what `change` makes of it (null = there was none); every other segment and the
 * picture stay byte for byte. Null when `change` gives null or the packet would not fit one segment.
 */
export function withJpegXmp(file: Buffer, change: (packet: string | null) => string | null): Buffer | null {
  let xmp: Segment | undefined;
  // JFIF and Exif want to be first; readers find the packet anywhere behind them.
  let place = 2;
  for (const segment of applicationSegments(file)) {
    if (segment.marker === MARKER.app1 && segment.body.subarray(0, NAMESPACE.length).equals(NAMESPACE)) xmp ??= segment;
    if (segment.marker === MARKER.app0 || segment.marker === MARKER.app1) place = segment.end;
  }
  const packet = change(xmp ? xmp.body.toString("utf8", NAMESPACE.length) : null);
  if (packet === null) return null;
  const body = Buffer.concat([NAMESPACE, Buffer.from(packet, "utf8")]);
  if (body.length > MAX_SEGMENT_BYTES) return null;
  const head = Buffer.from([0xff, MARKER.app1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const { start, end } = xmp ?? { start: place, end: place };
  return Buffer.concat([file.subarray(0, start), head, body, file.subarray(end)]);
}
