import type { MicrophoneTrouble } from "@/lib/client/live/microphone";
import type { LiveMode, LiveStatus } from "@/lib/domain/live/session";

export const STATUS_WORDS = {
  opening: "Being opened",
  ready: "Ready to join",
  live: "Live",
  ending: "Being written down",
  ended: "Ended",
  failed: "Could not be opened",
} as const satisfies Record<LiveStatus, string>;

export const MODE_WORDS = {
  talk: { label: "Talk", hint: "The avatar answers what you write or say" },
  script: { label: "Script", hint: "The avatar says what you write, word for word" },
} as const satisfies Record<LiveMode, { label: string; hint: string }>;

/** What is wrong with the microphone, and what one can do. */
export const MICROPHONE_TROUBLES = {
  denied: "The microphone is not allowed for this page. Allow it beside the address, and press again.",
  none: "There is no microphone, or it was unplugged. Plug one in, and press again.",
  taken: "The microphone cannot be used: another program may have it. Close that, and press again.",
  unsafe: "Browsers give a microphone only to pages that come over https, or from this computer.",
} as const satisfies Record<MicrophoneTrouble, string>;

export const SPEAKER_WORDS = { person: "Person", avatar: "Avatar" } as const;

/** "1:05" */
export const lengthText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
