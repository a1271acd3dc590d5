import type { QueueSort } from "@/lib/domain/review/queue-order";
import type { QueueView } from "@/lib/domain/review/view";

/** A queue as somebody looks at it; what is not said is as the queue begins. */
export type QueueSeen = { readonly view?: QueueView; readonly laneId?: string | null; readonly sort?: QueueSort };

/** Where the things a card speaks of are to be found in the studio. */
export const addresses = {
  queue: "/review",
  /** `from` is the queue it is opened from, so that the next card is the next of that queue. */
  card: (cardId: string, { view = "mine", laneId = null, sort = "due" }: QueueSeen = {}) => {
    const said = new URLSearchParams({
      ...(view === "mine" ? {} : { view }),
      ...(laneId === null ? {} : { lane: laneId }),
      ...(sort === "due" ? {} : { sort }),
    });
    return said.size === 0 ? `/review/${cardId}` : `/review/${cardId}?${said}`;
  },
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
  /** The recipe of an approved attempt in its board's composer; what is saved or run there is the card's. */
  editRecipe: (place: { boardId: string; promptId: string; cardId: string }) =>
    `/boards/${place.boardId}?card=${place.cardId}&branch=${place.promptId}`,
  engines: "/engines",
  members: "/settings/members",
  pattern: (slug: string) => `/library/patterns/${slug}`,
  asset: (assetId: string) => `/assets?asset=${assetId}`,
  picture: (assetId: string, rendition: "thumb" | "screen" | "original") => `/assets/${assetId}/${rendition}`,
} as const;
