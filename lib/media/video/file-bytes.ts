/** A file whose bytes are read as they are asked for: a video need not be in memory to be looked at. */
export interface FileBytes {
  readonly byteSize: number;
  /** `end` does not count. Never asked for bytes outside the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

export function inMemory(bytes: Uint8Array): FileBytes {
  return { byteSize: bytes.byteLength, read: async (start, end) => bytes.subarray(start, end) };
}
