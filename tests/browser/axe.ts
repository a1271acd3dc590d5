import axe from "axe-core";
import type { Page } from "playwright-core";

/** What the page does wrong for people who cannot see or point: rule and first place, nothing when all is well. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, nodes }) => `${location.pathname} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ""} (${nodes.length})`);
  });
}
