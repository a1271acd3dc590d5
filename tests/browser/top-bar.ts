import type { Page } from "playwright-core";

/** The least a target measures, in px. */
const LEAST = 24;

/** What stands in the top bar too small to hit or beyond the window, by name. Acts that scroll sideways on a phone are reached by scrolling. */
export function missedInTopBar(page: Page): Promise<string[]> {
  return page.getByRole("banner").evaluate((bar, least) => {
    const scrolls = (node: Element): boolean =>
      node !== bar && (getComputedStyle(node).overflowX === "auto" || scrolls(node.parentElement ?? bar));
    return [...bar.querySelectorAll("a, button")].flatMap((node) => {
      const { width, height, left, right } = node.getBoundingClientRect();
      const isDrawn = width + height > 0;
      const isReached = width >= least && height >= least && left >= 0 && right <= window.innerWidth;
      return !isDrawn || isReached || scrolls(node)
        ? []
        : [`${node.getAttribute("aria-label") ?? node.textContent}: ${Math.round(width)} × ${Math.round(height)} at ${Math.round(left)}`];
    });
  }, LEAST);
}
