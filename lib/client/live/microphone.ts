/** Why there is no microphone: not allowed, none there, used by somebody else, or the page is not safe enough to be given one. */
export type MicrophoneTrouble = "denied" | "none" | "taken" | "unsafe";

export class MicrophoneRefused extends Error {
  constructor(readonly trouble: MicrophoneTrouble) {
    super(trouble);
  }
}

/** A microphone that is open: whoever opened it sees how loud it is, so that silence is not taken for a mute avatar. */
export interface Microphone {
  /** How loud it is now, 0–1. */
  level(): number;
  close(): void;
}

export type OpenMicrophone = (onLost: () => void) => Promise<Microphone>;

/** Speech at an arm's length is about a quarter of what a microphone can take. */
const LOUDEST = 0.25;

/**
 * Asks for the microphone and listens to how loud it is; the engine's client takes its own sound from it beside. `onLost` is told when it
 * is unplugged or taken away.
 * @throws {@link MicrophoneRefused}
 */
export const openMicrophone: OpenMicrophone = async (onLost) => {
  const stream = await asked();
  const [track] = stream.getAudioTracks();
  track?.addEventListener("ended", onLost);
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return loudnessOf(samples);
    },
    close: () => {
      track?.removeEventListener("ended", onLost);
      for (const each of stream.getTracks()) each.stop();
      void context.close();
    },
  };
};

async function asked(): Promise<MediaStream> {
  // Browsers have none to give to a page that came over http from another machine.
  if (!("mediaDevices" in navigator)) throw new MicrophoneRefused("unsafe");
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
  } catch (error) {
    throw new MicrophoneRefused(troubleOf(error));
  }
}

/** What a browser's error means. */
export function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "taken";
}

/** The loudness of a moment, 0–1. */
export function loudnessOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) / LOUDEST);
}
