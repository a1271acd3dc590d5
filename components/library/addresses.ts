/** Where things of a library are found. */
export const addresses = {
  pattern: (slug: string) => `/library/patterns/${slug}`,
  /** A prompt on its board, revealed when the board opens. */
  prompt: (boardId: string, promptId: string) => `/boards/${boardId}?prompt=${promptId}`,
  picture: (assetId: string, rendition: "thumb" | "screen") => `/assets/${assetId}/${rendition}`,
} as const;
