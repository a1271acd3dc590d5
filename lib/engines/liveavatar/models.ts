import type { LiveModel } from "../live";

export const LIVEAVATAR_ENGINE_ID = "liveavatar";
/** Where the provider's API answers, for the studio and for the browser alike. */
export const LIVEAVATAR_BASE_URL = "https://api.liveavatar.com";

/** Listening, answering and speaking are the provider's. It bills two credits a minute, and ten cents a further credit. */
export const CREDITS_A_MINUTE = 2;
export const LIVEAVATAR_MODELS: readonly LiveModel[] = [
  { modelId: "liveavatar-full", name: "LiveAvatar, full mode", startMicros: 0, minuteMicros: 200_000, maxMinutes: 60, takesText: true },
];
