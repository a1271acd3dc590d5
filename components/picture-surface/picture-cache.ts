/** A decoded picture. `close` frees its pixels at once (an ImageBitmap fits). */
export type CachedImage = { readonly width: number; readonly height: number; close(): void };

/** `width` in pixels bounds the decode; a picture is never enlarged. A lower priority number loads first. */
export type PictureWish = { readonly url: string; readonly width: number; readonly priority: number };

export type PictureCacheOptions<Image extends CachedImage> = {
  /** Rejects when the picture cannot be had or the signal fires. */
  readonly decode: (url: string, width: number, signal: AbortSignal) => Promise<Image>;
  readonly budgetBytes: number;
  readonly maxInFlight: number;
  /** Something about this picture is worth another look: pixels came, or a failed one may be tried again. */
  readonly onChange: (url: string) => void;
};

type Kept<Image> = { readonly image: Image; readonly width: number; readonly byteSize: number; wishedIn: number };
type Load = { readonly width: number; readonly controller: AbortController };
type Failure = { readonly attempts: number; readonly retryAtMs: number };

const MAX_ATTEMPTS = 4;
const FIRST_RETRY_MS = 2_000;
const BYTES_PER_PIXEL = 4;

/**
 * Decoded pictures within a budget of bytes. The owner states from time to time everything it would like to draw
 * (`wish`); the cache loads the most urgent first, a few at a time, drops loads nobody wishes any more, and makes room
 * by forgetting what was wished longest ago. What is wished right now is never forgotten: when that alone fills the
 * budget nothing more is loaded, so the budget is exceeded by at most what was in flight.
 */
export class PictureCache<Image extends CachedImage> {
  private readonly kept = new Map<string, Kept<Image>>();
  private readonly loads = new Map<string, Load>();
  private readonly failures = new Map<string, Failure>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private queue: PictureWish[] = [];
  private bytes = 0;
  private wishes = 0;
  private isClosed = false;

  constructor(private readonly options: PictureCacheOptions<Image>) {}

  get byteSize(): number {
    return this.bytes;
  }

  get pendingCount(): number {
    return this.loads.size + this.queue.length;
  }

  /** What there is of this picture, perhaps narrower than wished while the wider one loads. */
  get(url: string): Image | undefined {
    return this.kept.get(url)?.image;
  }

  /** True once every attempt failed. */
  hasFailed(url: string): boolean {
    return (this.failures.get(url)?.attempts ?? 0) >= MAX_ATTEMPTS;
  }

  /** Replaces what is wished. A picture wished twice counts once, as it was wished first. */
  wish(wishes: readonly PictureWish[]): void {
    if (this.isClosed) return;
    this.wishes += 1;
    const wished = new Set<string>();
    const missing: PictureWish[] = [];
    for (const wish of wishes) {
      if (wished.has(wish.url)) continue;
      wished.add(wish.url);
      const kept = this.kept.get(wish.url);
      if (kept) this.touch(wish.url, kept);
      const isThere = kept !== undefined && kept.width >= wish.width;
      const isComing = (this.loads.get(wish.url)?.width ?? 0) >= wish.width;
      if (!isThere && !isComing) missing.push(wish);
    }
    for (const [url, load] of this.loads) if (!wished.has(url)) this.abort(url, load);
    this.queue = missing.sort((a, b) => b.priority - a.priority);
    this.pump();
  }

  /** Stops every load and frees every picture. */
  close(): void {
    this.isClosed = true;
    this.queue = [];
    for (const [url, load] of this.loads) this.abort(url, load);
    for (const timer of this.timers) clearTimeout(timer);
    for (const kept of this.kept.values()) kept.image.close();
    this.kept.clear();
    this.bytes = 0;
  }

  private touch(url: string, kept: Kept<Image>): void {
    kept.wishedIn = this.wishes;
    // Re-inserting keeps the map in order of the last wish, oldest first.
    this.kept.delete(url);
    this.kept.set(url, kept);
  }

  private abort(url: string, load: Load): void {
    this.loads.delete(url);
    load.controller.abort();
  }

  private pump(): void {
    while (this.loads.size < this.options.maxInFlight && this.hasRoom()) {
      const next = this.queue.pop();
      if (!next) return;
      const failure = this.failures.get(next.url);
      const mustWait = failure !== undefined && (failure.attempts >= MAX_ATTEMPTS || failure.retryAtMs > Date.now());
      if (!mustWait) void this.load(next);
    }
  }

  private hasRoom(): boolean {
    if (this.bytes < this.options.budgetBytes) return true;
    const oldest = this.kept.values().next().value;
    return oldest !== undefined && oldest.wishedIn !== this.wishes;
  }

  private async load({ url, width }: PictureWish): Promise<void> {
    const narrower = this.loads.get(url);
    if (narrower) this.abort(url, narrower);
    const load: Load = { width, controller: new AbortController() };
    this.loads.set(url, load);
    const image = await this.options.decode(url, width, load.controller.signal).catch(() => null);
    if (this.loads.get(url) !== load) {
      // Nobody wished it any more, or the surface is gone.
      image?.close();
      return;
    }
    this.loads.delete(url);
    if (image) this.keep(url, width, image);
    else this.noteFailure(url);
    this.pump();
    this.options.onChange(url);
  }

  private keep(url: string, width: number, image: Image): void {
    this.failures.delete(url);
    this.forget(url);
    const byteSize = image.width * image.height * BYTES_PER_PIXEL;
    this.kept.set(url, { image, width, byteSize, wishedIn: this.wishes });
    this.bytes += byteSize;
    for (const [oldestUrl, oldest] of this.kept) {
      if (this.bytes <= this.options.budgetBytes || oldest.wishedIn === this.wishes) return;
      this.forget(oldestUrl);
    }
  }

  private forget(url: string): void {
    const kept = this.kept.get(url);
    if (!kept) return;
    this.kept.delete(url);
    this.bytes -= kept.byteSize;
    kept.image.close();
  }

  private noteFailure(url: string): void {
    const attempts = (this.failures.get(url)?.attempts ?? 0) + 1;
    const delayMs = FIRST_RETRY_MS * 2 ** (attempts - 1);
    this.failures.set(url, { attempts, retryAtMs: Date.now() + delayMs });
    if (attempts >= MAX_ATTEMPTS) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.options.onChange(url);
    }, delayMs);
    this.timers.add(timer);
  }
}
