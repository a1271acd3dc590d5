import axe from "axe-core";
import type { Page } from "playwright-core";

/** Until colours have arrived where they are going: inherited ones take a frame a level. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise(requestAnimationFrame);
      if (document.getAnimations().some(({ playState }) => playState === "running")) return false;
    }
    return true;
  });
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What the page does wrong for people who cannot see or point: rule and first place, nothing when all is well. In another
 * theme only what a theme can change is asked.
 */
export async function barriersOn(page: Page, asked: "everything" | "colours" = "everything"): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (runOnly) => {
      // What is well need not be told of: on a full page that is a fifth of the work.
      const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"], selectors: false });
      return violations.map(({ id, nodes }) => `${location.pathname} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ""} (${nodes.length})`);
    },
    asked === "everything" ? RULES : ["color-contrast"],
  );
}
