import { stripMetadata } from "./strip-metadata";

/** A picture's bytes without what it says of itself; as they are where that is not known of its type. The same bytes every time. */
export function withoutMetadata(bytes: Uint8Array<ArrayBuffer>, mimeType: string): Uint8Array<ArrayBuffer> {
  const stripped = stripMetadata(bytes, mimeType);
  return stripped ? Uint8Array.from(stripped) : bytes;
}
