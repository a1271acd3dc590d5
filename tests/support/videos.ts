import { registerMediabunnyServer } from "@mediabunny/server";
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  Mp4OutputFormat,
  Output,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from "mediabunny";

export interface ClipWish {
  readonly format?: "mp4" | "webm";
  /** In pieces, as a camera or a stream writes it: an MP4 of fragments, a WebM that does not know its own length. */
  readonly fragmented?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  readonly rate?: number;
  /** RGBX of each frame; without it, dark to light. */
  readonly picture?: (frame: number, width: number, height: number) => Uint8Array;
  /** Clockwise turn the file asks players for. */
  readonly rotation?: 0 | 90 | 180 | 270;
}

let registered = false;

/** A clip whose frames go from black to white from left to right and from dark to light in time. */
export async function clip({
  format = "mp4",
  fragmented = false,
  width = 128,
  height = 72,
  frames = 24,
  rate = 24,
  picture = (frame, across, down) => pixels(across, down, (frame + 1) / frames),
  rotation = 0,
}: ClipWish = {}): Promise<Uint8Array> {
  if (!registered) registerMediabunnyServer({ hardwareContext: null });
  registered = true;
  const target = new BufferTarget();
  const output = new Output({
    format:
      format === "mp4"
        ? new Mp4OutputFormat({ fastStart: fragmented ? "fragmented" : "in-memory" })
        : new WebMOutputFormat({ appendOnly: fragmented }),
    target,
  });
  const source = new VideoSampleSource({ codec: format === "mp4" ? "avc" : "vp9", bitrate: 800_000, keyFrameInterval: 1 });
  output.addVideoTrack(source, { frameRate: rate, rotation });
  await output.start();
  for (let frame = 0; frame < frames; frame++) {
    const sample = new VideoSample(picture(frame, width, height), {
      format: "RGBX",
      codedWidth: width,
      codedHeight: height,
      timestamp: frame / rate,
      duration: 1 / rate,
    });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  if (!target.buffer) throw new Error("the clip has no bytes");
  return new Uint8Array(target.buffer);
}

function pixels(width: number, height: number, light: number): Uint8Array {
  const bytes = new Uint8Array(width * height * 4);
  for (let at = 0; at < bytes.length; at += 4) bytes.fill(((at / 4) % width) * (255 / width) * light, at, at + 4);
  return bytes;
}

/** A sound and no picture, in the same container. */
export async function audioOnly(): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const source = new AudioSampleSource({ codec: "pcm-s16" });
  output.addAudioTrack(source);
  await output.start();
  const sound = { data: new Int16Array(4_800), format: "s16", numberOfChannels: 1, sampleRate: 48_000, timestamp: 0 } as const;
  const sample = new AudioSample(sound);
  await source.add(sample);
  sample.close();
  await output.finalize();
  if (!target.buffer) throw new Error("the sound has no bytes");
  return new Uint8Array(target.buffer);
}
