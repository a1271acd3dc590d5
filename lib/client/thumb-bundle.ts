const THUMB = /^\/assets\/([0-9a-f-]{36})\/thumb$/;

/** Small pictures come many at once; everything larger by its own address. */
export const THUMB_BUNDLE = {
  keyOf: (url: string) => THUMB.exec(url)?.[1] ?? null,
  addressOf: (ids: readonly string[]) => `/assets/thumbs?ids=${ids.join(",")}`,
};
