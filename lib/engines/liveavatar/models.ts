/** A model one speaks with. */
export interface LiveModel {
  readonly modelId: string;
  readonly name: string;
  /** What a minute costs in micro-dollars; null where no price is known: a lead has to enter one. */
  readonly minuteMicros: number | null;
}

export const LIVEAVATAR_ENGINE_ID = "liveavatar";
/** Where the provider's API answers, for the studio and for the browser alike. */
export const LIVEAVATAR_BASE_URL = "https://api.liveavatar.com";
export const LIVEAVATAR_FULL = "liveavatar-full";

/** Listening, answering and speaking are the provider's. It bills two credits a minute, and ten cents a further credit. */
export const CREDITS_A_MINUTE = 2;
export const LIVEAVATAR_MODELS: readonly LiveModel[] = [{ modelId: LIVEAVATAR_FULL, name: "LiveAvatar, full mode", minuteMicros: 200_000 }];
