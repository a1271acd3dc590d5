import type { GalleryCell, GalleryGlimpse, GallerySource, RowRange } from "@/components/picture-surface/gallery";
import { type GalleryIndex, type GalleryPlace, type GalleryRow, glimpseAt, placeOf } from "@/lib/domain/asset/gallery";

/** The way to the studio. Rejections are tried again a little later. */
export interface GalleryPorts {
  rows(place: GalleryPlace, limit: number): Promise<readonly GalleryRow[]>;
  glance(place: GalleryPlace, limit: number): Promise<string>;
  /** Calls back after a pause. */
  after(pauseMs: number, act: () => void): void;
}

/** What of a file a choice changes on screen before the studio has answered. */
export type RowChange = Partial<Pick<GalleryRow, "flag" | "rating" | "colour">>;

export interface Gallery extends GallerySource {
  rowAt(row: number): GalleryRow | undefined;
  /** Where a file is among what has been read. */
  whereIs(assetId: string): number | null;
  /** The files of some rows, read where they are not yet. */
  readRows(range: RowRange): Promise<readonly GalleryRow[]>;
  /** Where everything lies now. What was read before is shown until it is read again. */
  setIndex(index: GalleryIndex): void;
  /** Shows a change of these files at once; the next reading says what is so. */
  patch(change: (row: GalleryRow) => RowChange | null): void;
}

const PAGE = 100;
const GLANCE = 1_000;
/** Kept of each kind, however many there are: memory stays the same from a thousand files to a million. */
const MAX_PAGES = 60;
const MAX_GLANCES = 240;
const AT_ONCE = 4;
const RETRY_MS = 1_500;
/** Seconds of the present speed that colours are fetched ahead of it. */
const AHEAD_SECONDS = 0.8;
/** About as long as a page takes to come. */
const LEAD_SECONDS = 0.06;

interface Page {
  readonly rows: readonly GalleryRow[];
  readonly cells: readonly GalleryCell[];
  readonly generation: number;
}

interface Glance {
  readonly text: string;
  readonly generation: number;
}

/** Rows of one filter's files, read where somebody looks and forgotten behind them. */
export function createGallery(ports: GalleryPorts, cellOf: (row: GalleryRow) => GalleryCell): Gallery {
  const pages = new Map<number, Page>();
  const glances = new Map<number, Glance>();
  const coming = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  let index: GalleryIndex | null = null;
  let generation = 0;
  let lastLook: { rows: RowRange; speed: number; isFast: boolean } = { rows: { first: 0, end: 1 }, speed: 0, isFast: false };

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const total = () => index?.total ?? pages.get(0)?.rows.length ?? 0;

  /** Runs one reading, once at a time for each part; true when it is under way. */
  const read = (name: string, act: () => Promise<void>): Promise<void> => {
    const before = coming.get(name);
    if (before) return before;
    const reading = act()
      .then(
        () => true,
        () => false,
      )
      .then((hasCome) => {
        coming.delete(name);
        notify();
        if (hasCome) wish();
        // What nobody listens to any more is not tried again.
        else ports.after(RETRY_MS, () => listeners.size > 0 && wish());
      });
    coming.set(name, reading);
    return reading;
  };

  const readPage = (number: number): Promise<void> | null => {
    const place = placeOf(index, number * PAGE);
    if (!place) return null;
    const asked = generation;
    return read(`page ${number}`, async () => {
      const rows = await ports.rows(place, PAGE);
      keep(pages, number, { rows, cells: rows.map(cellOf), generation: asked }, MAX_PAGES);
    });
  };

  const readGlance = (number: number): void => {
    const place = placeOf(index, number * GLANCE);
    if (!place) return;
    const asked = generation;
    void read(`glance ${number}`, async () => {
      keep(glances, number, { text: await ports.glance(place, GLANCE), generation: asked }, MAX_GLANCES);
    });
  };

  /** Asks for what is missing where somebody looks, nearest first, a few at a time. */
  function wish(): void {
    const { rows, speed, isFast } = lastLook;
    const shown = Math.max(1, rows.end - rows.first);
    const ahead = Math.round(speed * AHEAD_SECONDS);
    const isFresh = (part: { generation: number } | undefined) => part?.generation === generation;
    if (isFast || coming.size === 0) {
      const seen = { first: Math.min(rows.first, rows.first + ahead) - shown, end: Math.max(rows.end, rows.end + ahead) + shown };
      for (const number of partsOf(isFast ? seen : rows, GLANCE, total(), speed < 0)) {
        if (coming.size >= AT_ONCE) break;
        // Where every row has been read, its colour is known already.
        if (isFresh(glances.get(number)) || (!isFast && isRead(rows))) continue;
        readGlance(number);
      }
    }
    if (isFast) {
      // One page after the other where it goes by: whoever stops finds it read, or nearly.
      const lead = Math.min(total() - 1, Math.max(0, rows.first + Math.round(speed * LEAD_SECONDS)));
      const number = Math.floor(lead / PAGE);
      const isPageComing = [...coming.keys()].some((name) => name.startsWith("page"));
      if (!isPageComing && !isFresh(pages.get(number))) readPage(number);
      return;
    }
    const near = { first: rows.first - shown, end: rows.end + shown };
    const order = [...partsOf(rows, PAGE, total(), false), ...partsOf(near, PAGE, total(), false)];
    for (const number of order) {
      if (coming.size >= AT_ONCE + 2) return;
      if (!isFresh(pages.get(number))) readPage(number);
    }
  }

  const isRead = ({ first, end }: RowRange) => partsOf({ first, end }, PAGE, total(), false).every((number) => pages.has(number));

  const rowAt = (row: number) => pages.get(Math.floor(row / PAGE))?.rows[row % PAGE];
  void readPage(0);

  return {
    total,
    rowAt,
    cellAt: (row) => pages.get(Math.floor(row / PAGE))?.cells[row % PAGE],
    glimpseAt: (row): GalleryGlimpse | null => {
      const glance = glances.get(Math.floor(row / GLANCE));
      return glance ? glimpseAt(glance.text, row % GLANCE) : null;
    },
    look(rows, speed, isFast) {
      lastLook = { rows, speed, isFast };
      for (const number of partsOf(rows, PAGE, total(), false)) touch(pages, number);
      for (const number of partsOf(rows, GLANCE, total(), false)) touch(glances, number);
      wish();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whereIs(assetId) {
      for (const [number, { rows }] of pages) {
        const at = rows.findIndex(({ id }) => id === assetId);
        if (at >= 0) return number * PAGE + at;
      }
      return null;
    },
    async readRows({ first, end }) {
      const found: GalleryRow[] = [];
      for (const number of partsOf({ first, end }, PAGE, total(), false)) {
        if (!pages.has(number)) await readPage(number);
        const start = number * PAGE;
        found.push(...(pages.get(number)?.rows.slice(Math.max(0, first - start), Math.max(0, end - start)) ?? []));
      }
      return found;
    },
    setIndex(next) {
      if (next === index) return;
      index = next;
      generation += 1;
      notify();
      wish();
    },
    patch(change) {
      for (const [number, page] of pages) {
        if (!page.rows.some((row) => change(row) !== null)) continue;
        const rows = page.rows.map((row) => {
          const part = change(row);
          return part ? { ...row, ...part } : row;
        });
        const cells = rows.map((row, at) => (row === page.rows[at] ? (page.cells[at] ?? cellOf(row)) : cellOf(row)));
        // In place: the order says what was looked at last.
        pages.set(number, { ...page, rows, cells });
      }
      notify();
    },
  };
}

/** The numbers of the parts of `size` rows that a range meets; from its end when somebody goes up. */
function partsOf({ first, end }: RowRange, size: number, total: number, isUpwards: boolean): number[] {
  const from = Math.floor(Math.max(0, first) / size);
  const to = Math.ceil(Math.min(Math.max(total, 1), Math.max(0, end)) / size);
  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth);
  return isUpwards ? numbers.reverse() : numbers;
}

/** Keeps a part as the newest, and forgets the one that was looked at longest ago when there are too many. */
function keep<Part>(parts: Map<number, Part>, number: number, part: Part, most: number): void {
  parts.delete(number);
  parts.set(number, part);
  for (const oldest of parts.keys()) {
    if (parts.size <= most) return;
    parts.delete(oldest);
  }
}

function touch<Part>(parts: Map<number, Part>, number: number): void {
  const part = parts.get(number);
  if (!part) return;
  parts.delete(number);
  parts.set(number, part);
}
