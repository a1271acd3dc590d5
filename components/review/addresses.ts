import type { QueueView } from "@/lib/domain/review/view";

/** Where the things a card speaks of are to be found in the studio. */
export const addresses = {
  queue: "/review",
  /** `view` is the queue it is opened from, so that the next card is the next of that queue. */
  card: (cardId: string, view: QueueView = "mine") => (view === "mine" ? `/review/${cardId}` : `/review/${cardId}?view=${view}`),
  playlists: "/review/dailies",
  playlist: (playlistId: string) => `/review/dailies/${playlistId}`,
  publications: "/publications",
  publication: (publicationId: string) => `/publications/${publicationId}`,
  publishedFile: (publicationId: string) => `/publications/${publicationId}/file?download=1`,
  publishedRecord: (publicationId: string) => `/publications/${publicationId}/record`,
  publishedManifest: (publicationId: string) => `/publications/${publicationId}/manifest`,
  project: (projectId: string) => `/projects/${projectId}`,
  /** The prompt an attempt came from, on its board; runs started there are for this card. */
  retry: (place: { boardId: string; promptId: string; cardId: string }) =>
    `/boards/${place.boardId}?card=${place.cardId}&prompt=${place.promptId}`,
  asset: (assetId: string) => `/assets?asset=${assetId}`,
  picture: (assetId: string, rendition: "thumb" | "screen" | "original") => `/assets/${assetId}/${rendition}`,
} as const;
