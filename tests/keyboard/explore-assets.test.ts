import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { album } from "../browser/person";
import { png } from "../support/pictures";
import { stopAtFirstFailure } from "../support/sequence";
import { choose, type Exploring, isSomewhere, press, startExploring } from "./exploring";
import { arrives, command, enter, reach, write } from "./keyboard-person";

/** The files of the workspace without a mouse: found, and kept together. */

const FILES = ["harbour", "lighthouse", "pier", "quay"] as const;

let exploring: Exploring;

beforeAll(async () => {
  exploring = await startExploring(album("keyboard-assets"));
  for (const [index, name] of FILES.entries()) await exploring.upload(`${name}.png`, await png(200 + index * 40, 160));
}, 400_000);
afterAll(() => exploring?.stop());

const file = (name: string) => exploring.page.getByRole("option", { name: new RegExp(`^${name}`) });
/** The files are one stop of Tab; arrows lead through them. */
async function goToFile(name: string): Promise<void> {
  const { page } = exploring;
  await file(name).waitFor({ state: "attached" });
  await reach(page, page.locator('[role="option"][tabindex="0"]'));
  await press(page, "Home");
  await reach(page, file(name), "ArrowRight");
}
const count = (words: RegExp) => exploring.page.getByRole("status").filter({ hasText: words });
const collection = (name: RegExp) => exploring.page.getByRole("treeitem", { name });

describe("the files by keyboard alone", () => {
  stopAtFirstFailure();

  it("filters them, searches, and keeps the search", async () => {
    const { page, maker } = exploring;
    await command(page, "assets", "Assets");
    await page.waitForURL(/\/assets/);
    await count(/^4 files/).waitFor();
    await press(page, "/");
    await page.keyboard.type("pier OR quay");
    await count(/^2 files/).waitFor();
    await choose(page, "Origin", "Uploaded");
    await page.waitForURL(/origin=upload/);
    await enter(page, page.getByRole("button", { name: "Save this search" }), "Shift+Tab");
    await write(page, page.getByRole("dialog", { name: "Save this search" }).getByLabel("Name"), "By the water");
    await press(page, "Enter");
    const saved = page.getByRole("button", { name: "By the water", exact: true });
    await saved.waitFor();
    await isSomewhere(page);
    await enter(page, page.getByRole("button", { name: "All files" }), "Shift+Tab");
    await count(/^4 files/).waitFor();
    await enter(page, saved);
    await count(/^2 files/).waitFor();
    await maker.look("saved-search");
    await enter(page, page.getByRole("button", { name: "All files" }), "Shift+Tab");
  });

  it("makes collections in each other, walks them like a tree, and puts a file into one", async () => {
    const { page, maker } = exploring;
    const make = async (name: string) => {
      await write(page, page.getByRole("dialog", { name: "New collection" }).getByLabel("Name"), name);
      await press(page, "Enter");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    };
    await enter(page, page.getByRole("button", { name: "New collection" }));
    await make("Summer");
    await reach(page, page.getByRole("button", { name: "New collection" }));
    await press(page, "Enter");
    await make("Winter");
    await reach(page, collection(/^Summer/));
    await enter(page, page.getByRole("button", { name: "Acts on Summer" }));
    await enter(page, page.getByRole("menuitem", { name: "New collection in it" }), "ArrowDown");
    await make("Beach");
    await isSomewhere(page);
    await reach(page, collection(/^Summer/), "Shift+Tab");
    expect(await collection(/^Beach/).getAttribute("aria-level")).toBe("2");
    await press(page, "ArrowRight");
    await arrives(page, collection(/^Beach/));
    await press(page, "ArrowLeft");
    await arrives(page, collection(/^Summer/));
    await press(page, "ArrowLeft");
    await collection(/^Beach/).waitFor({ state: "detached" });
    await press(page, "w");
    await arrives(page, collection(/^Winter/));
    await press(page, "Home", "ArrowRight");
    await collection(/^Beach/).waitFor({ state: "attached" });
    await press(page, "End");
    await arrives(page, collection(/^Winter/));
    await maker.look("tree");
    await goToFile("pier");
    await press(page, "a");
    await choose(page, "Collection", "Beach");
    await enter(page, page.getByRole("button", { name: "Put in" }));
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await collection(/^Beach, 1 file/).waitFor({ state: "attached" });
    await isSomewhere(page);
    await reach(page, page.getByRole("button", { name: "All files" }), "Shift+Tab");
    await reach(page, page.locator('[role="treeitem"][tabindex="0"]'));
    await press(page, "b");
    await arrives(page, collection(/^Beach/));
    await press(page, "Enter");
    await count(/^1 file/).waitFor();
    await goToFile("pier");
    await press(page, "Shift+a");
    await collection(/^Beach, 0 files/).waitFor({ state: "attached" });
    await enter(page, page.getByRole("button", { name: "All files" }), "Shift+Tab");
    expect(maker.errors).toEqual([]);
  });
});
