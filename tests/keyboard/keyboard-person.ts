import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Somebody who has a keyboard and nothing else. Wherever the keyboard arrives, it must be seen to be there. */

/** More stops than any screen has between two places one goes to. */
const MAX_STOPS = 120;

/** Walks with one key until the keyboard is on the target. */
export async function reach(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await target.first().waitFor({ state: "attached", timeout: 60_000 });
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return seesWhereItIs(page);
    await page.keyboard.press(key);
    // Tab moves at once; what an arrow moves is drawn first.
    if (!key.endsWith("Tab")) await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  throw new Error(`${key} does not lead to ${target} on ${page.url()}; it is now on ${await whereItIs(page)}`);
}

/** After one press: the keyboard is on the target. */
export async function arrives(page: Page, target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
  await seesWhereItIs(page);
}

/** Goes to a button, link or option and presses Enter. */
export async function enter(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await reach(page, target, key);
  await page.keyboard.press("Enter");
}

/** Goes to a field and replaces what it holds. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await expect.poll(() => field.inputValue()).toBe(text);
}

/** Goes somewhere, or does something, by its name in the palette. */
export async function command(page: Page, words: string, title: string): Promise<void> {
  const palette = page.getByRole("dialog").getByRole("combobox");
  // A page that has just come may not listen yet; people press again.
  await expect
    .poll(
      async () => {
        if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
        return palette.isVisible();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBe(true);
  await page.keyboard.type(words);
  const row = page.getByRole("option", { name: title }).first();
  await row.waitFor();
  for (let step = 0; (await row.getAttribute("aria-selected")) !== "true"; step += 1) {
    expect(step, `the palette does not reach ${title}`).toBeLessThan(MAX_STOPS);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

/** The focused element as a person would name it. */
export function whereItIs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at ? `<${at.tagName.toLowerCase()}> ${at.getAttribute("aria-label") ?? at.textContent?.slice(0, 60) ?? ""}` : "nothing";
  });
}

/** A ring around the focused element: an outline of the page, or for what stands on a canvas, a ring drawn there. */
async function seesWhereItIs(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(ringAtFocus), { message: `no ring around ${await whereItIs(page)} on ${page.url()}`, timeout: 5_000 })
    .toBe(true);
}

function ringAtFocus(): boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return false;
  const canvas = at.closest('[role="tree"]')?.parentElement?.querySelector("canvas");
  if (!canvas) {
    const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(at);
    // Menus and lists light up the row one is on.
    const isLit = at.hasAttribute("data-highlighted") && !/^(transparent|.*[,/] 0\))$/.test(backgroundColor);
    return isLit || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0);
  }
  const context = canvas.getContext("2d");
  const accent = document.createElement("canvas").getContext("2d");
  if (!context || !accent) return false;
  accent.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface-accent");
  accent.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = accent.getImageData(0, 0, 1, 1).data;
  const ground = canvas.getBoundingClientRect();
  const box = at.getBoundingClientRect();
  const ratio = canvas.width / ground.width;
  const [x, y] = [(box.x - ground.x - 10) * ratio, (box.y - ground.y - 10) * ratio].map(Math.round);
  const { data } = context.getImageData(x ?? 0, y ?? 0, Math.round((box.width + 20) * ratio), Math.round((box.height + 20) * ratio));
  let drawn = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isAccent = [red, green, blue].every((part, channel) => Math.abs((data[at + channel] ?? 0) - part) < 6);
    if (isAccent) drawn += 1;
  }
  // A ring is long; a few like pixels may be in any picture.
  return drawn > (box.width + box.height) * ratio * 0.5;
}
