import { once } from "node:events";
import { registerMediabunnyServer } from "@mediabunny/server";
import { BufferTarget, Mp4OutputFormat, Output, VideoSample, VideoSampleSource, WebMOutputFormat } from "mediabunny";
import { EncodingOrder } from "./clip-format";
import { eraseTimes } from "./erase-times";

/**
 * An encoding process: the order and the raw frames come in on stdin, the file leaves on stdout. It ends without a file when
 * the frames stop early, so that nothing is left behind when whoever feeds it is gone.
 */

/** Bits a second for each pixel a second: painted pictures are all texture, and encoders in haste spend more on the same picture. */
const BITS_PER_PIXEL = { mp4: 0.36, webm: 0.22 } as const;
/** A key frame at least this often, so that seeking is quick. Seconds. */
const KEY_FRAME_INTERVAL = 0.5;

async function encode(): Promise<void> {
  const input = new FrameReader(process.stdin);
  const order = EncodingOrder.parse(JSON.parse(await input.line()));
  // Software on purpose: the same frames everywhere, and no complaints of drivers that are not there.
  registerMediabunnyServer({ hardwareContext: null });
  const { format, width, height, frames, framesPerSecond } = order;
  const target = new BufferTarget();
  const output = new Output({
    format: format === "mp4" ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat(),
    target,
  });
  const source = new VideoSampleSource({
    codec: format === "mp4" ? "avc" : "vp9",
    bitrate: Math.round(width * height * framesPerSecond * BITS_PER_PIXEL[format]),
    keyFrameInterval: KEY_FRAME_INTERVAL,
    hardwareAcceleration: "prefer-software",
    // x264 with its slow presets took as much processor time as painting and drawing together, for 1 dB.
    latencyMode: "realtime",
  });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  for (let frame = 0; frame < frames; frame++) {
    const bytes = await input.bytes(width * height * 4);
    const sample = new VideoSample(bytes, {
      format: "RGBX",
      codedWidth: width,
      codedHeight: height,
      timestamp: frame / framesPerSecond,
      duration: 1 / framesPerSecond,
    });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  if (target.buffer === null) throw new Error("the encoder made no file");
  const file = new Uint8Array(target.buffer);
  if (format === "mp4") eraseTimes(file);
  if (!process.stdout.write(file)) await once(process.stdout, "drain");
}

/** Cuts a stream into lines and frames; a frame's buffer is used again for the next one. */
class FrameReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);
  private frame = new Uint8Array(0);

  constructor(stream: NodeJS.ReadableStream) {
    this.chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.rest.indexOf(10);
      if (end >= 0) {
        const line = this.rest.toString("utf8", 0, end);
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      this.rest = Buffer.concat([this.rest, await this.next()]);
    }
  }

  async bytes(length: number): Promise<Uint8Array> {
    if (this.frame.length !== length) this.frame = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      if (this.rest.length === 0) this.rest = await this.next();
      const taken = this.rest.subarray(0, length - filled);
      this.frame.set(taken, filled);
      filled += taken.length;
      this.rest = this.rest.subarray(taken.length);
    }
    return this.frame;
  }

  private async next(): Promise<Buffer> {
    const { value, done } = await this.chunks.next();
    if (done === true) throw new Error("the frames stopped early");
    return value;
  }
}

try {
  await encode();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
