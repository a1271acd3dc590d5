/** What of a picture's colours is shown. */
export const CHANNELS = ["all", "red", "green", "blue", "alpha", "luminance"] as const;
export type Channel = (typeof CHANNELS)[number];

/** How one channel is made of a picture's own, as grey. */
export interface ChannelMix {
  /** Parts of red, green, blue and alpha. */
  readonly parts: readonly [red: number, green: number, blue: number, alpha: number];
  /** Light is added up in linear light; a stored channel is shown as it is stored. */
  readonly isLinear: boolean;
}

/** Rec. 709: how bright each primary of sRGB looks. */
export const CHANNEL_MIXES = {
  red: { parts: [1, 0, 0, 0], isLinear: false },
  green: { parts: [0, 1, 0, 0], isLinear: false },
  blue: { parts: [0, 0, 1, 0], isLinear: false },
  alpha: { parts: [0, 0, 0, 1], isLinear: false },
  luminance: { parts: [0.2126, 0.7152, 0.0722, 0], isLinear: true },
} as const satisfies Record<Exclude<Channel, "all">, ChannelMix>;
