/** Where a key leads from one tile of a grid: an index, or null when the key says nothing. The edges hold. */
export function stepInGrid(key: string, at: number, count: number, columns: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return at - columns < 0 ? at : at - columns;
    case "ArrowDown":
      // From the last full row one may still step into a shorter row below.
      return at + columns <= last ? at + columns : Math.floor(at / columns) < Math.floor(last / columns) ? last : at;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
