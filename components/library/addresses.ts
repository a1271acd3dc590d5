/** Where things of a library are found. */
export const addresses = {
  pattern: (slug: string) => `/library/patterns/${slug}`,
  /** The next version while it is written; begun from a version where there is none yet. */
  draft: (slug: string, from?: number) => `/library/patterns/${slug}/draft${from === undefined ? "" : `?from=${from}`}`,
  /** Every pattern with a tag. */
  tag: (tag: string) => `/library?tag=${encodeURIComponent(tag)}`,
  board: (boardId: string) => `/boards/${boardId}`,
  card: (cardId: string) => `/review/${cardId}`,
  publication: (publicationId: string) => `/publications/${publicationId}`,
  /** A prompt on its board, revealed when the board opens. */
  prompt: (boardId: string, promptId: string) => `/boards/${boardId}?prompt=${promptId}`,
  picture: (assetId: string, rendition: "thumb" | "screen") => `/assets/${assetId}/${rendition}`,
  trial: (trialId: string) => `/library/trials/${trialId}`,
  /** A shelf as a zip to keep or to import elsewhere. */
  archive: (libraryId: string) => `/libraries/${libraryId}/archive`,
  evalSets: "/library/eval-sets",
  evalSet: (evalSetId: string) => `/library/eval-sets/${evalSetId}`,
} as const;
