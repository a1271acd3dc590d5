let collect: (() => void) | null = null;
let rastersSince = 0;

/** Bytes of rasters after which collecting is worth its time. */
const WORTH_COLLECTING = 24_000_000;

/** Says how to collect garbage in this thread; without it collecting is left to the engine of the language. */
export function setCollector(collector: () => void): void {
  collect = collector;
}

/** Told by every new raster, so that small pictures are not interrupted for nothing. */
export function countRaster(bytes: number): void {
  rastersSince += bytes;
}

/**
 * Called where large rasters have just become garbage. They lie outside the heap, which the collector notices late: collecting
 * here keeps a process of two painting threads within its memory and costs some milliseconds.
 */
export function releaseGarbage(): void {
  if (collect === null || rastersSince < WORTH_COLLECTING) return;
  rastersSince = 0;
  collect();
}
