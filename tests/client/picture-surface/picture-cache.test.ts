import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CachedImage } from "@/components/picture-surface/picture-cache";
import { PictureCache } from "@/components/picture-surface/picture-cache";

/** 10 × 10 pixels, 400 bytes. */
class TestImage implements CachedImage {
  isClosed = false;
  readonly width = 10;
  readonly height = 10;
  close() {
    this.isClosed = true;
  }
}

/** A decoder that answers when told to. */
class Decoder {
  readonly started: string[] = [];
  readonly aborted: string[] = [];
  private readonly waiting = new Map<string, { resolve: (image: TestImage) => void; reject: (cause: Error) => void }>();

  readonly decode = (url: string, _width: number, signal: AbortSignal) =>
    new Promise<TestImage>((resolve, reject) => {
      this.started.push(url);
      this.waiting.set(url, { resolve, reject });
      signal.addEventListener("abort", () => this.aborted.push(url));
    });

  async arrive(...urls: string[]): Promise<TestImage[]> {
    const images = urls.map((url) => {
      const image = new TestImage();
      this.waiting.get(url)?.resolve(image);
      return image;
    });
    await vi.advanceTimersByTimeAsync(0);
    return images;
  }

  async fail(url: string): Promise<void> {
    this.waiting.get(url)?.reject(new Error("gone"));
    await vi.advanceTimersByTimeAsync(0);
  }
}

function cacheOf(decoder: Decoder, budgetBytes = 4_000, maxInFlight = 2) {
  const changes: string[] = [];
  const cache = new PictureCache<TestImage>({ decode: decoder.decode, budgetBytes, maxInFlight, onChange: (url) => changes.push(url) });
  return { cache, changes };
}

const wish = (...urls: string[]) => urls.map((url, priority) => ({ url, width: 10, priority }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("loading", () => {
  test("the most urgent first, no more at a time than allowed", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder);
    cache.wish([
      { url: "far", width: 10, priority: 9 },
      { url: "near", width: 10, priority: 1 },
      { url: "middle", width: 10, priority: 5 },
    ]);
    expect(decoder.started).toEqual(["near", "middle"]);
    await decoder.arrive("near");
    expect(decoder.started).toEqual(["near", "middle", "far"]);
  });

  test("says when pixels are there, and hands them out", async () => {
    const decoder = new Decoder();
    const { cache, changes } = cacheOf(decoder);
    cache.wish(wish("a"));
    const [image] = await decoder.arrive("a");
    expect(changes).toEqual(["a"]);
    expect(cache.get("a")).toBe(image);
    expect(cache.pendingCount).toBe(0);
  });

  test("what nobody wishes any more is dropped, and its late pixels are freed", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder);
    cache.wish(wish("a"));
    cache.wish(wish("b"));
    expect(decoder.aborted).toEqual(["a"]);
    const [late] = await decoder.arrive("a");
    expect(late?.isClosed).toBe(true);
    expect(cache.get("a")).toBeUndefined();
  });

  test("a wider wish replaces narrow pixels only once the wide ones are there", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder);
    cache.wish(wish("a"));
    const [narrow] = await decoder.arrive("a");
    cache.wish([{ url: "a", width: 500, priority: 0 }]);
    expect(cache.get("a")).toBe(narrow);
    const [wide] = await decoder.arrive("a");
    expect(cache.get("a")).toBe(wide);
    expect(narrow?.isClosed).toBe(true);
    expect(cache.byteSize).toBe(400);
  });

  test("a failed picture is tried again later, and given up after four attempts", async () => {
    const decoder = new Decoder();
    const { cache, changes } = cacheOf(decoder);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      cache.wish(wish("a"));
      expect(decoder.started).toHaveLength(attempt);
      await decoder.fail("a");
      cache.wish(wish("a"));
      expect(decoder.started).toHaveLength(attempt);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    cache.wish(wish("a"));
    expect(decoder.started).toHaveLength(4);
    expect(cache.hasFailed("a")).toBe(true);
    // Once for each failure, once for each time another try became due.
    expect(changes).toHaveLength(7);
  });
});

describe("the budget", () => {
  test("what was wished longest ago makes room first", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder, 800);
    cache.wish(wish("a", "b"));
    const [a] = await decoder.arrive("a", "b");
    cache.wish(wish("b"));
    cache.wish(wish("c"));
    await decoder.arrive("c");
    expect(a?.isClosed).toBe(true);
    expect(cache.get("b")).toBeDefined();
    expect(cache.get("c")).toBeDefined();
    expect(cache.byteSize).toBe(800);
  });

  test("what is wished now is never forgotten, and loading stops when it fills the budget", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder, 800);
    cache.wish(wish("a", "b", "c", "d"));
    await decoder.arrive("a", "b");
    await decoder.arrive("c", "d");
    expect(cache.get("a")).toBeDefined();
    // One load too many may have been under way when the budget filled up.
    expect(cache.byteSize).toBeLessThanOrEqual(800 + 400);
    expect(decoder.started).not.toContain("d");
  });

  test("closing frees everything and stops what is under way", async () => {
    const decoder = new Decoder();
    const { cache } = cacheOf(decoder);
    cache.wish(wish("a", "b"));
    const [a] = await decoder.arrive("a");
    cache.close();
    expect(a?.isClosed).toBe(true);
    expect(decoder.aborted).toEqual(["b"]);
    expect(cache.byteSize).toBe(0);
  });
});
