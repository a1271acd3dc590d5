import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A file of a zip: its bytes, or the way to them, taken when its turn has come. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array | (() => Promise<ReadableStream<Uint8Array>>);
  /** Pictures are small already: pressing them again costs time and gains nothing. */
  readonly isCompressed: boolean;
}

/** A zip as it is written, file after file; no more of it is in memory than is on its way. */
export function zipOf(files: readonly ZippedFile[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream);
  for (const { name, bytes, isCompressed } of files) {
    const options = { compress: isCompressed };
    if (bytes instanceof Uint8Array) zip.addBuffer(Buffer.from(bytes), name, options);
    else
      zip.addReadStreamLazy(name, options, (give) => {
        bytes().then(
          (stream) => give(null, Readable.from(chunksOf(stream))),
          (error: Error) => out.destroy(error),
        );
      });
  }
  zip.on("error", (error: Error) => out.destroy(error));
  zip.end();
  const chunks = out[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value as Buffer));
    },
    cancel: () => void out.destroy(),
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
