/** Bytes under their own SHA-256. Hashes are lower-case hex everywhere. */
export interface StoredBlob {
  readonly sha256: string;
  /** Bytes. */
  readonly byteSize: number;
}

/** A part of a blob: both ends count, as in HTTP. `end` may lie behind the last byte. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where files lie. Content-addressed: the name of a blob is the SHA-256 of its bytes, so what lies under a name never
 * changes, putting the same bytes twice is one blob, and a cache may keep it for ever.
 *
 * Any number of processes may call a store at once. A process killed in the middle of a `put` leaves no blob, only
 * something that `sweep` removes. Who may see a blob is not decided here: a store knows no workspace.
 */
export interface BlobStore {
  /**
   * Stores bytes and returns their name once they would survive a power cut. Safe to repeat; bytes that are here already
   * count as put now.
   * Throws `AppError("NO_SPACE")` when the disk is full; a source that fails leaves nothing behind.
   */
  put(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredBlob>;
  has(sha256: string): Promise<boolean>;
  /** Size in bytes, or null when there is no such blob. */
  size(sha256: string): Promise<number | null>;
  /** Reads a blob, or a span of it, as it is asked for. Throws `AppError("NOT_FOUND")` when there is no such blob. */
  open(sha256: string, span?: ByteSpan): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** A whole blob in memory; for pictures, whose size is limited. Throws `AppError("NOT_FOUND")`. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The blobs whose name begins with `prefix`, two hexadecimal digits, and that nobody has put since this moment. */
  olderThan(prefix: string, before: Date): Promise<string[]>;
  /**
   * Removes a blob that nobody has put since this moment; against a put of the same bytes meanwhile it loses, and the blob
   * stays. Returns whether it went; one that is not there is no error.
   */
  discard(sha256: string, before: Date): Promise<boolean>;
  /** Removes what interrupted puts left behind before this moment. Returns how many leftovers went. */
  sweep(before: Date): Promise<number>;
}
