import type axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SurfaceHarness } from "../bench/picture-surface/harness";
import { startHarness } from "../bench/picture-surface/harness";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const errors: Error[] = [];
let harness: SurfaceHarness;
let page: Page;

beforeAll(async () => {
  harness = await startHarness((error) => errors.push(error));
  page = await harness.openPage("dark");
});
afterAll(() => harness.close());

beforeEach(async () => {
  // Anew, but with what the browser has learnt of the scripts and pictures.
  await page.reload();
  await page.evaluate(() => window.surfaceBench.mount({ nodes: 300, showsStates: true, initial: "start", hasMinimap: true }));
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

const heard = () => page.evaluate(() => window.surfaceBench.heard());
const settled = () => page.evaluate(() => window.surfaceBench.settled());
const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute("data-surface-target"));

describe("by keyboard", () => {
  test("Tab lands on a picture, arrows walk the pictures and then the cards, Enter opens, other keys are the owner's", async () => {
    await page.keyboard.press("Tab");
    expect(await focusedName()).toBe("n0p0");
    for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowRight");
    expect(await focusedName()).toBe("n0p3");
    await page.keyboard.press("ArrowRight");
    expect(await focusedName()).toBe("n1p0");
    await page.keyboard.press("Enter");
    await page.keyboard.press("p");
    await page.keyboard.press("Space");
    expect((await heard()).slice(-3)).toEqual(["activate n1p0", "key-p n1p0", "key-  n1p0"]);
  });

  test("the view follows to a place far outside it, and the place is in the tree", async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    // The element follows when the view has come to rest, however busy the machine is.
    await page.waitForFunction(() => {
      const place = document.activeElement;
      const rect = place?.getBoundingClientRect();
      return (
        place?.getAttribute("data-surface-target") === "n299p0" &&
        rect !== undefined &&
        rect.x >= 0 &&
        rect.right <= 1440 &&
        rect.bottom <= 900
      );
    });
    expect(await focusedName()).toBe("n299p0");
  });

  test("Shift with an arrow extends the choice, an arrow alone replaces it", async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    expect((await heard()).filter((entry) => entry.startsWith("select"))).toEqual(["select-replace n0p1", "select-extend n0p5"]);
    const selected = await page
      .locator('[role="treeitem"][aria-selected="true"]')
      .evaluateAll((found) => found.map((element) => element.getAttribute("data-surface-target")));
    expect(selected).toEqual(["n0p1", "n0p5"]);
  });
});

describe("for a screen reader", () => {
  test("items and pictures are a tree that says how much there is, with few elements", async () => {
    const first = page.locator('[data-surface-target="n0"]');
    // Two lineages of 300 items in all; pictures and children of an item are one set.
    expect(await first.getAttribute("aria-level")).toBe("1");
    expect(await first.getAttribute("aria-setsize")).toBe("2");
    expect(await first.getAttribute("aria-posinset")).toBe("1");
    const child = page.locator('[data-surface-target="n1"]');
    expect(await child.getAttribute("aria-level")).toBe("2");
    expect(await child.getAttribute("aria-posinset")).toBe("9");
    expect(await page.locator('[data-surface-target="n1p0"]').getAttribute("aria-level")).toBe("3");
    expect(await page.locator('[data-surface-target="n2p0"]').getAttribute("aria-label")).toBe("Variant 1 of 8, 25 % · 0:02");
    expect(await page.getByRole("treeitem").count()).toBeLessThanOrEqual(200);
    expect(await page.locator('[role="treeitem"][tabindex="0"]').count()).toBe(1);
  });

  test("whoever moves focus without our keys chooses what it moves to; our own moves of focus choose nothing", async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.locator('[data-surface-target="n1p2"]').focus();
    await page.locator('[data-surface-target="n1"]').focus();
    await page.keyboard.press("Control+ArrowRight");
    expect((await heard()).filter((entry) => entry.startsWith("select"))).toEqual([
      "select-replace n0p1",
      "select-replace n1p2",
      "select-replace n1",
    ]);
  });
});

test("axe finds nothing wrong with the surface", async () => {
  await page.addScriptTag({ path: "node_modules/axe-core/axe.min.js" });
  const violations = await page.evaluate(async () => {
    const found = await window.axe.run("#root", { rules: { region: { enabled: false } } });
    return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
});

describe("by pointer", () => {
  const place = async (target: string) => {
    const rect = await page.locator(`[data-surface-target="${target}"]`).boundingBox();
    if (!rect) throw new Error(`${target} is not mirrored`);
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  };

  test("a click chooses the picture under it and puts the keyboard there", async () => {
    const at = await place("n1p6");
    await page.mouse.click(at.x, at.y);
    expect((await heard()).at(-1)).toBe("select-replace n1p6");
    await page.keyboard.press("ArrowLeft");
    expect(await focusedName()).toBe("n1p5");
  });

  test("a double click opens, a right click asks for the menu", async () => {
    const at = await place("n0p2");
    await page.mouse.dblclick(at.x, at.y);
    expect((await heard()).at(-1)).toBe("activate n0p2");
    await page.mouse.click(at.x, at.y, { button: "right" });
    expect((await heard()).at(-1)).toBe("menu n0p2");
  });

  test("a marquee from empty ground takes what it touches; a click on empty ground lets go", async () => {
    const first = await place("n0p0");
    await page.mouse.move(10, 10);
    await page.mouse.down();
    await page.mouse.move(first.x, first.y, { steps: 4 });
    await page.mouse.up();
    expect((await heard()).at(-1)).toBe("select-replace n0p0");
    await page.mouse.click(8, 8);
    expect((await heard()).at(-1)).toBe("select-replace nothing");
  });

  test("the wheel moves the view; with Ctrl it zooms about the pointer", async () => {
    const before = await place("n0p0");
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await page.locator('[data-surface-target="n0p0"]').boundingBox())?.width).toBeGreaterThan(120);
    const zoomed = await place("n0p0");
    expect(zoomed.x).toBeCloseTo(before.x, 0);
    await page.mouse.wheel(0, 40);
    await expect.poll(async () => Math.round((await place("n0p0")).y - zoomed.y)).toBe(-40);
  });

  test("pressing on the map brings the view there", async () => {
    const map = await page.locator("#map canvas").first().boundingBox();
    if (!map) throw new Error("there is no map");
    await page.mouse.click(map.x + map.width * 0.5, map.y + map.height * 0.5);
    await settled();
    await expect.poll(() => page.locator('[data-surface-target="n0"]').count()).toBe(0);
  });
});
