import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { album } from "../browser/person";
import { stopAtFirstFailure } from "../support/sequence";
import { choose, composer, type Exploring, isSomewhere, pictures, press, startExploring } from "./exploring";
import { arrives, command, enter, reach, write } from "./keyboard-person";

/** The operator's instruments without a mouse: sections and notes, a grid from its plan to its files, a blind vote to its ranking. */

const PAINTING_MS = 150_000;
const PATIENT = { timeout: 20_000 };
const WORDS = "a [red|blue|green] sailboat, ink";
const PAIRS = 10;

let exploring: Exploring;

beforeAll(async () => {
  exploring = await startExploring(album("keyboard-explore"));
}, 400_000);
afterAll(() => exploring?.stop());

describe("exploring by keyboard alone", () => {
  stopAtFirstFailure();

  it("puts a prompt into a section, writes a note on it, and finds it by either", async () => {
    const { page, maker } = exploring;
    const bottle = page.getByRole("treeitem", { name: /^Prompt: amber glass/ });
    await press(page, "Escape");
    await reach(page, bottle, "ArrowDown");
    await press(page, "Control+g");
    const dialog = page.getByRole("dialog", { name: "Section" });
    await write(page, dialog.getByLabel("Name"), "Product shots");
    await press(page, "Enter");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("treeitem", { name: /^Prompt: amber glass.*in section “Product shots”/ }).waitFor({ state: "attached" });
    await press(page, "n");
    await page.getByRole("dialog", { name: /^Note on/ }).waitFor();
    await page.keyboard.type("less gloss");
    await press(page, "Control+Enter");
    await page.getByRole("treeitem", { name: /1 note, Ada: less gloss/ }).waitFor({ state: "attached" });
    await arrives(page, bottle);
    await maker.look("section");
    await command(page, "collapse the section", "Collapse the section");
    const card = page.getByRole("treeitem", { name: "Section “Product shots”, collapsed; 1 prompt" });
    await arrives(page, card);
    await maker.look("collapsed");
    await press(page, "ArrowRight");
    await bottle.waitFor({ state: "attached" });
    await arrives(page, bottle);
    await press(page, "/");
    await page.keyboard.type("gloss");
    await page
      .getByRole("status")
      .filter({ hasText: /1 prompt/ })
      .waitFor();
    await press(page, "Escape");
    await isSomewhere(page);
    await press(page, "Control+z");
    await page.getByRole("treeitem", { name: /1 note, Ada/ }).waitFor({ state: "detached" });
  });

  it("archives a prompt from the palette and takes it back, and never loses the keyboard", async () => {
    const { page } = exploring;
    const bottle = page.getByRole("treeitem", { name: /^Prompt: amber glass/ });
    await reach(page, bottle, "ArrowDown");
    await command(page, "archive or restore", "Archive or restore the prompt with its branches");
    await bottle.waitFor({ state: "detached" });
    await isSomewhere(page);
    await press(page, "Control+z");
    await bottle.waitFor({ state: "attached" });
    await isSomewhere(page);
  });

  it("plans a grid, sees its cells and its price, and runs it", async () => {
    const { page, maker } = exploring;
    await press(page, "w");
    await write(page, composer(page), WORDS);
    // The cheapest to paint: what is shown here is the way, not the picture.
    await choose(page, "Aspect ratio", "21:9");
    await enter(page, page.getByRole("button", { name: "Grid", exact: true }));
    await enter(page, page.getByRole("menuitem", { name: /^Seed/ }), "ArrowDown");
    const seeds = page.getByRole("textbox", { name: "Seeds of the grid" });
    await reach(page, seeds, "Shift+Tab");
    await press(page, "Control+a");
    await page.keyboard.type("1 | 2");
    await enter(page, page.getByRole("button", { name: "Preview" }));
    await page.getByRole("dialog", { name: "6 cells, 6 pictures" }).waitFor();
    await maker.look("preview");
    await press(page, "Escape");
    await reach(page, composer(page), "Shift+Tab");
    await page.getByRole("button", { name: /^Run 6/ }).waitFor();
    await press(page, "Control+Enter");
    await page.waitForURL(/\/grids\//);
  });

  it("arranges the grid, picks from it, and saves it as a table and as a picture", async () => {
    const { page, maker } = exploring;
    await page.getByText("6 of 6 cells done").waitFor({ timeout: PAINTING_MS });
    const address = page.url();
    await press(page, "t");
    await expect.poll(() => page.url()).not.toBe(address);
    await press(page, "a");
    const axis = page.getByRole("button", { name: /values, on (rows|columns|pages)$/ }).first();
    await arrives(page, axis);
    await press(page, "ArrowDown");
    await page
      .getByRole("status")
      .filter({ hasText: /is on (columns|pages) now/ })
      .waitFor({ state: "attached" });
    await maker.look("arranged");
    for (const name of ["Table of the cells (CSV)", "One labelled picture (PNG)"]) {
      await enter(page, page.getByRole("button", { name: "Save as a file" }));
      const saved = page.waitForEvent("download");
      await enter(page, page.getByRole("menuitem", { name }), "ArrowDown");
      await (await saved).cancel();
      await isSomewhere(page);
    }
    await press(page, "Escape", "Escape");
    await reach(page, pictures(page).first(), "ArrowRight");
    await press(page, "p");
    await page.getByRole("treeitem", { name: /, picked/ }).waitFor({ state: "attached" });
  });

  it("puts the pictures to a blind vote and answers ten pairs, to a ranking", async () => {
    const { page, maker } = exploring;
    const grid = page.url();
    await enter(page, page.getByRole("button", { name: "Blind vote" }), "Shift+Tab");
    const dialog = page.getByRole("dialog", { name: /^Blind vote over/ });
    await reach(page, dialog.getByLabel("Question"));
    await press(page, "Enter");
    await page.waitForURL(/\/votes\//);
    const answered = (count: number) => page.getByRole("status").filter({ hasText: new RegExp(`^${count} answered`) });
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // The order may be settled before: then there is nothing left to ask.
      await answered(pair).or(page.getByText("That was all for you")).first().waitFor();
      if (await page.getByText("That was all for you").isVisible()) break;
      if (pair === 0) await maker.look("ballot");
      await press(page, pair % 3 === 2 ? "0" : String(1 + (pair % 2)));
      if (pair !== 3) continue;
      await answered(4).waitFor();
      await press(page, "Backspace");
      await answered(3).waitFor();
      await press(page, "1");
    }
    await enter(page, page.getByRole("button", { name: "Close and count" }), "Shift+Tab");
    await page.getByRole("columnheader", { name: "Rank" }).waitFor();
    await isSomewhere(page);
    await maker.look("ranking");
    await maker.goTo(new URL(grid).pathname);
  });

  it("branches from a cell, and is in the composer with its words", async () => {
    const { page, maker } = exploring;
    await pictures(page).first().waitFor({ state: "attached" });
    await press(page, "Escape");
    await reach(page, pictures(page).first(), "ArrowRight");
    await press(page, "b");
    await page.waitForURL(/\/boards\//);
    await expect.poll(() => composer(page).inputValue(), PATIENT).toMatch(/^a (red|blue|green) sailboat, ink$/);
    await arrives(page, composer(page));
    expect(maker.errors).toEqual([]);
  });
});
