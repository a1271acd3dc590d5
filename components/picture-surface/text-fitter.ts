/** Forgetting everything now and then is cheaper than tracking what was used last, and refills in one frame. */
const MAX_REMEMBERED = 8_000;

/** Cuts text to a width. Measuring is slow and cards repeat, so every answer is remembered. */
export class TextFitter {
  private readonly widths = new Map<string, number>();
  private readonly fitted = new Map<string, string>();

  /** @param measure width of a text in a CSS font, in the unit the callers of `fit` use */
  constructor(private readonly measure: (font: string, text: string) => number) {}

  width(font: string, text: string): number {
    const key = `${font}\n${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size > MAX_REMEMBERED) this.widths.clear();
    const width = this.measure(font, text);
    this.widths.set(key, width);
    return width;
  }

  /** The text, or as much of its beginning as fits with an ellipsis; empty when not even that fits. */
  fit(font: string, text: string, maxWidth: number): string {
    const key = `${font}\n${maxWidth}\n${text}`;
    const known = this.fitted.get(key);
    if (known !== undefined) return known;
    if (this.fitted.size > MAX_REMEMBERED) this.fitted.clear();
    const fitted = this.width(font, text) <= maxWidth ? text : this.cut(font, text, maxWidth);
    this.fitted.set(key, fitted);
    return fitted;
  }

  /** Fonts load late: what was measured before is wrong after. */
  forget(): void {
    this.widths.clear();
    this.fitted.clear();
  }

  private cut(font: string, text: string, maxWidth: number): string {
    const letters = [...text];
    let fits = 0;
    let tooLong = letters.length;
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (this.measure(font, ellipsised(letters, middle)) <= maxWidth) fits = middle;
      else tooLong = middle;
    }
    return fits === 0 ? "" : ellipsised(letters, fits);
  }
}

function ellipsised(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join("").trimEnd()}…`;
}
