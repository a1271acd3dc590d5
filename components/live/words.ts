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

export const SPEAKER_WORDS = { person: "Person", avatar: "Avatar" } as const;

/** "1:05" */
export const lengthText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
