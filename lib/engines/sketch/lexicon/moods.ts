/** How a mood changes a picture. Factors around 1, shares 0–1; absent means unchanged. */
export interface Mood {
  readonly saturation?: number;
  readonly contrast?: number;
  readonly darker?: number;
  readonly warmth?: number;
  readonly bloom?: number;
  readonly fog?: number;
}

const MOODS: Readonly<Record<string, Mood>> = {
  serene: { saturation: 0.85, contrast: 0.9 },
  calm: { saturation: 0.85, contrast: 0.9 },
  quiet: { saturation: 0.8, contrast: 0.9 },
  peaceful: { saturation: 0.88, contrast: 0.9 },
  moody: { saturation: 0.8, contrast: 1.15, darker: 0.12 },
  dark: { darker: 0.18, contrast: 1.1 },
  dramatic: { contrast: 1.25, darker: 0.05 },
  vibrant: { saturation: 1.3 },
  vivid: { saturation: 1.35 },
  colorful: { saturation: 1.3 },
  colourful: { saturation: 1.3 },
  bold: { saturation: 1.25, contrast: 1.1 },
  muted: { saturation: 0.6 },
  faded: { saturation: 0.55, contrast: 0.85 },
  monochrome: { saturation: 0.02 },
  monochromatic: { saturation: 0.15 },
  melancholy: { saturation: 0.65, darker: 0.06 },
  melancholic: { saturation: 0.65, darker: 0.06 },
  nostalgic: { saturation: 0.75, warmth: 0.05 },
  vintage: { saturation: 0.7, warmth: 0.06, contrast: 0.92 },
  retro: { saturation: 0.9, warmth: 0.05 },
  warm: { warmth: 0.05 },
  cold: { warmth: -0.05 },
  cool: { warmth: -0.04 },
  dreamy: { saturation: 0.85, bloom: 0.5 },
  ethereal: { saturation: 0.8, bloom: 0.6 },
  epic: { contrast: 1.15 },
  mysterious: { darker: 0.12, fog: 0.3 },
  eerie: { darker: 0.15, fog: 0.35, saturation: 0.7 },
  spooky: { darker: 0.16, fog: 0.3 },
  playful: { saturation: 1.2 },
  cheerful: { saturation: 1.2 },
  joyful: { saturation: 1.2 },
  cozy: { warmth: 0.05 },
  cosy: { warmth: 0.05 },
  elegant: { saturation: 0.85 },
};

export function moodOf(word: string): Mood | null {
  return Object.hasOwn(MOODS, word) ? (MOODS[word] ?? null) : null;
}
