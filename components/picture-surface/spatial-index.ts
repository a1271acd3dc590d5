import type { Rect } from "./geometry";
import { intersects } from "./geometry";

type Entry<T> = { readonly rect: Rect; readonly value: T; readonly weight: number; seenInQuery: number };

/** Cells are addressed by one number; worlds beyond ±2²⁰ cells wrap, which costs time, never correctness. */
const ROW = 2 ** 21;
const NONE: readonly never[] = [];

/**
 * Finds what lies in a rectangle: a uniform grid of square cells. Setting and removing cost the cells a rectangle
 * covers; a query costs the cells it covers plus what it finds.
 */
export class SpatialIndex<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly cells = new Map<number, Set<Entry<T>>>();
  private queries = 0;
  private weight = 0;

  /** @param cellSize world units; about the size of a typical entry */
  constructor(private readonly cellSize: number) {}

  get size(): number {
    return this.entries.size;
  }

  /**
   * Adds an entry, or moves the one with this id.
   * @param weight how many it counts as where things are crowded
   */
  set(id: string, rect: Rect, value: T, weight = 1): void {
    this.delete(id);
    const entry: Entry<T> = { rect, value, weight, seenInQuery: 0 };
    this.entries.set(id, entry);
    this.weight += weight;
    this.forEachCell(rect, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.add(entry);
      else this.cells.set(key, new Set([entry]));
    });
  }

  delete(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    this.weight -= entry.weight;
    this.forEachCell(entry.rect, (key) => {
      const cell = this.cells.get(key);
      cell?.delete(entry);
      if (cell?.size === 0) this.cells.delete(key);
    });
  }

  /** Every value whose rectangle meets `area`, each once, in no particular order. */
  query(area: Rect): T[] {
    const found: T[] = [];
    const cellsCovered = (Math.floor(area.w / this.cellSize) + 2) * (Math.floor(area.h / this.cellSize) + 2);
    if (cellsCovered > this.entries.size) {
      for (const entry of this.entries.values()) if (intersects(entry.rect, area)) found.push(entry.value);
      return found;
    }
    this.queries += 1;
    const query = this.queries;
    this.forEachCell(area, (key) => {
      const cell = this.cells.get(key);
      if (!cell) return;
      for (const entry of cell) {
        if (entry.seenInQuery === query) continue;
        entry.seenInQuery = query;
        if (intersects(entry.rect, area)) found.push(entry.value);
      }
    });
    return found;
  }

  /** Whether values that weigh more than `limit` together meet `area`; looks no further than it takes to know. */
  isCrowded(area: Rect, limit: number): boolean {
    if (this.weight <= limit) return false;
    let met = 0;
    const cellsCovered = (Math.floor(area.w / this.cellSize) + 2) * (Math.floor(area.h / this.cellSize) + 2);
    if (cellsCovered > this.entries.size) {
      for (const { rect, weight } of this.entries.values()) {
        if (intersects(rect, area)) met += weight;
        if (met > limit) return true;
      }
      return false;
    }
    this.queries += 1;
    const right = Math.floor((area.x + area.w) / this.cellSize);
    const bottom = Math.floor((area.y + area.h) / this.cellSize);
    for (let row = Math.floor(area.y / this.cellSize); row <= bottom; row += 1) {
      for (let column = Math.floor(area.x / this.cellSize); column <= right; column += 1) {
        for (const entry of this.cells.get(row * ROW + column) ?? NONE) {
          if (entry.seenInQuery === this.queries || !intersects(entry.rect, area)) continue;
          entry.seenInQuery = this.queries;
          met += entry.weight;
          if (met > limit) return true;
        }
      }
    }
    return false;
  }

  private forEachCell(rect: Rect, visit: (key: number) => void): void {
    const left = Math.floor(rect.x / this.cellSize);
    const right = Math.floor((rect.x + rect.w) / this.cellSize);
    const top = Math.floor(rect.y / this.cellSize);
    const bottom = Math.floor((rect.y + rect.h) / this.cellSize);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) visit(row * ROW + column);
    }
  }
}
