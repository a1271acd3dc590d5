import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { album, type Person, personAt } from "../browser/person";
import { openBrowser } from "../support/browser";
import { png } from "../support/pictures";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { arrives, command, enter, reach, write } from "./keyboard-person";

/**
 * The main job without a mouse: every step is reached with Tab, arrows, Enter and the keys that `?` shows. Addresses are
 * typed only where somebody would: the set-up link and an invitation.
 */

const PAINTING_MS = 150_000;
const SEA = "a red sailboat on a calm sea, watercolour";
const STORM = "a red sailboat on a stormy sea, watercolour";
const WHOLE = "a whole red sailboat on a stormy sea, watercolour";
const PATTERN = "Boat in weather";
const CARD = "Key visual, spring";

let studio: RunningStudio;
let browser: Browser;
let maker: Person;
let reviewer: Person;
const shoot = album("keyboard");

const composer = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const variant = (page: Page, prompt: string, place: number) =>
  page
    .getByRole("treeitem", { name: new RegExp(`^Prompt: ${prompt};`) })
    .getByRole("treeitem", { name: new RegExp(`^Variant ${place}, seed`) });
const promptCard = (page: Page, prompt: string) => page.getByRole("treeitem", { name: new RegExp(`^Prompt: ${prompt};`) });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** From the composer: runs what is written, and goes to the first picture of it when it is there. */
async function runAndWatch(page: Page, text: string): Promise<void> {
  await press(page, "Control+Enter");
  await variant(page, text, 1).waitFor({ state: "attached", timeout: PAINTING_MS });
  await press(page, "Escape");
  await arrives(page, promptCard(page, text));
  await press(page, "ArrowRight");
  await arrives(page, variant(page, text, 1));
}

async function signUp(page: Page, name: string, button: string): Promise<void> {
  await write(page, page.getByLabel("Your name"), name);
  await write(page, page.getByLabel("E-mail"), `${name.toLowerCase()}@example.com`);
  await write(page, page.getByLabel("Password"), `the long password of ${name}`);
  await enter(page, page.getByRole("button", { name: button }));
  await page.waitForURL(/\/projects/);
}

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

describe("the main job by keyboard alone", () => {
  stopAtFirstFailure();

  it("sets the studio up, invites somebody, and signs in again", async () => {
    const first = await personAt(browser, studio.origin, shoot);
    await first.goTo(studio.link);
    await signUp(first.page, "Ada", "Set up the studio");
    await command(first.page, "settings", "Settings");
    await first.page.waitForURL(/\/settings/);
    await enter(first.page, first.page.getByRole("button", { name: "Acts on Reviewer" }));
    await enter(first.page, first.page.getByRole("menuitem", { name: /invitation link/i }), "ArrowDown");
    const dialog = first.page.getByRole("dialog");
    await enter(first.page, dialog.getByRole("button", { name: "Make the link" }));
    const invitation = await dialog.getByLabel("Invitation link").inputValue();
    await press(first.page, "Escape");
    await first.close();

    reviewer = await personAt(browser, studio.origin, shoot);
    await reviewer.goTo(invitation);
    await signUp(reviewer.page, "Rita", "Join");

    maker = await personAt(browser, studio.origin, shoot);
    await maker.goTo("/");
    await write(maker.page, maker.page.getByLabel("E-mail"), "ada@example.com");
    await write(maker.page, maker.page.getByLabel("Password"), "the long password of Ada");
    await enter(maker.page, maker.page.getByRole("button", { name: "Sign in" }));
    await maker.page.waitForURL(/\/projects/);
  });

  it("starts a project, whose first board opens", async () => {
    const { page } = maker;
    await enter(page, page.getByRole("button", { name: "New project" }).first());
    const dialog = page.getByRole("dialog", { name: "New project" });
    await write(page, dialog.getByLabel("Name"), "Spring");
    await press(page, "Enter");
    await page.waitForURL(/\/boards\//);
  });

  it("writes a prompt, adds a reference, runs it and watches", async () => {
    const { page } = maker;
    await composer(page).waitFor();
    await press(page, "w");
    await write(page, composer(page), SEA);
    // Asked for before the way there, so that the browser knows by then whom to hand its file picker.
    const opened = page.waitForEvent("filechooser");
    await enter(page, page.getByRole("button", { name: /^Add a reference picture/ }));
    const picker = await opened;
    await picker.setFiles({ name: "mood.png", mimeType: "image/png", buffer: await png() });
    await page.getByRole("button", { name: /^Reference: Style/ }).waitFor();
    // The cheapest to paint: what is shown here is the way, not the picture.
    await enter(page, page.getByRole("combobox", { name: "Aspect ratio" }));
    await enter(page, page.getByRole("option", { name: "21:9" }), "ArrowDown");
    await enter(page, page.getByRole("combobox", { name: "Variants" }));
    await enter(page, page.getByRole("option", { name: "× 2" }), "ArrowUp");
    await reach(page, composer(page), "Shift+Tab");
    await runAndWatch(page, SEA);
    await maker.look("first-variants");
  });

  it("branches, and walks the lineage like a tree", async () => {
    const { page } = maker;
    await press(page, "b");
    await arrives(page, composer(page));
    await write(page, composer(page), STORM);
    await reach(page, page.getByRole("button", { name: "Draft" }));
    await enter(page, page.getByRole("button", { name: "Final" }), "ArrowRight");
    await reach(page, composer(page), "Shift+Tab");
    await runAndWatch(page, STORM);
    const parent = promptCard(page, SEA);
    const child = promptCard(page, STORM);
    expect(await child.getAttribute("aria-level")).toBe("2");
    expect(await child.getAttribute("aria-label")).toContain("differs by: removed “calm”, added “stormy”");
    await reach(page, child, "ArrowLeft");
    await press(page, "ArrowLeft");
    await page.getByRole("treeitem", { name: `Prompt: ${STORM};`, expanded: false }).waitFor({ state: "attached" });
    await press(page, "ArrowLeft");
    await arrives(page, parent);
    await press(page, "ArrowLeft");
    await child.waitFor({ state: "detached" });
    await maker.look("folded");
    await press(page, "ArrowRight");
    await child.waitFor({ state: "attached" });
    await press(page, "ArrowRight");
    await arrives(page, variant(page, SEA, 1));
    await reach(page, child, "ArrowRight");
    await press(page, "ArrowRight");
    await variant(page, STORM, 1).waitFor({ state: "attached" });
    await press(page, "ArrowRight");
    await arrives(page, variant(page, STORM, 1));
  });

  it("compares, picks, and is back where it was", async () => {
    const { page } = maker;
    // The second picture may still be painted: until it is there, there is nothing to extend the choice to.
    await variant(page, STORM, 2).waitFor({ state: "attached", timeout: 150_000 });
    await press(page, "Shift+ArrowRight");
    const box = await variant(page, STORM, 1).boundingBox();
    await press(page, "c");
    await page.waitForURL(/\/compare/);
    await page.getByRole("list", { name: "Compared pictures" }).getByRole("img").nth(1).waitFor();
    await press(page, "4", "1", "Shift+5", "p");
    await page.getByText("Picked").waitFor();
    await maker.look("picked");
    await press(page, "Escape");
    await page.waitForURL(/\/boards\//);
    await arrives(page, variant(page, STORM, 2));
    expect(await page.getByRole("treeitem", { selected: true }).count()).toBe(2);
    expect(await variant(page, STORM, 1).boundingBox()).toEqual(box);
    await maker.look("back");
  });

  it("finds what was picked, goes to it, and shows nothing else", async () => {
    const { page } = maker;
    await press(page, "/");
    const field = page.getByRole("searchbox", { name: "Search this board" });
    await arrives(page, field);
    await page.keyboard.type("flag:pick");
    await page.getByRole("status").filter({ hasText: "1 variant of 1 prompt" }).waitFor();
    await press(page, "Enter");
    await enter(page, page.getByRole("button", { name: "Show only what is found" }));
    await maker.look("found");
    await reach(page, field, "Shift+Tab");
    await press(page, "Escape");
    await arrives(page, variant(page, STORM, 1));
  });

  it("promotes the pick to a pattern and runs it with other words", async () => {
    const { page } = maker;
    await page.getByRole("treeitem", { name: /^Variant 1, .*picked/ }).waitFor({ state: "attached" });
    const dialog = page.getByRole("dialog", { name: "Promote to a pattern" });
    // Faster than any hand: until the pick is known to have been kept, the key says that a pick is needed.
    await expect
      .poll(
        async () => {
          if (!(await dialog.isVisible())) await press(page, "m");
          return dialog.isVisible();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true);
    await write(page, dialog.getByLabel("Name", { exact: true }), PATTERN);
    await write(page, dialog.getByLabel("Prompt"), STORM.replace("red sailboat", "{subject}"));
    await enter(page, dialog.getByRole("button", { name: "Declare the variable subject" }));
    await write(page, dialog.getByLabel("Default of {subject}"), "red sailboat");
    await enter(page, dialog.getByRole("button", { name: /^Promote/ }));
    await dialog.waitFor({ state: "hidden" });
    await command(page, PATTERN, PATTERN);
    await page.waitForURL(/\/library\/patterns\//);
    await write(page, page.getByLabel(/^subject/), "white whale");
    await enter(page, page.getByRole("button", { name: "Run", exact: true }));
    await enter(page, page.getByRole("link", { name: "Open on its board" }));
    await page.waitForURL(/\/boards\//);
    await variant(page, STORM.replace("red sailboat", "white whale"), 1).waitFor({ state: "attached", timeout: PAINTING_MS });
    await maker.look("pattern-run");
  });

  it("sends the pick to a new review card", async () => {
    const { page } = maker;
    await command(page, "Spring", "Spring");
    await page.waitForURL(/\/projects\//);
    await enter(page, page.getByRole("link", { name: /Exploration|Board/ }).first());
    await page.waitForURL(/\/boards\//);
    await reach(page, variant(page, SEA, 1), "Home");
    await reach(page, page.getByRole("treeitem", { name: /^Variant 1, .*picked/ }), "ArrowRight");
    await press(page, "s");
    const dialog = page.getByRole("dialog", { name: "Send to review" });
    await enter(page, dialog.getByRole("tab", { name: /A new card/ }));
    await write(page, dialog.getByLabel("Title"), CARD);
    await write(page, dialog.getByLabel("Goal"), "One calm picture. The boat must be red and whole.");
    await maker.look("send");
    await enter(page, dialog.getByRole("button", { name: "Create and submit" }));
    await dialog.waitFor({ state: "hidden" });
  });

  it("lets another person mark a defect and request changes", async () => {
    const { page } = reviewer;
    await command(page, "review", "Review");
    await page.waitForURL(/\/review/);
    await page
      .getByRole("link", { name: new RegExp(CARD) })
      .first()
      .waitFor();
    await press(page, "ArrowDown");
    await enter(page, page.getByRole("link", { name: new RegExp(CARD) }), "ArrowDown");
    await enter(page, page.getByRole("button", { name: /^The picture\./ }));
    const mark = page.getByRole("dialog");
    await write(page, mark.getByLabel("Note"), "The mast is cut off.");
    await press(page, "Control+Enter");
    await mark.waitFor({ state: "hidden" });
    await press(page, "r");
    await page.keyboard.type("Show the whole mast, please.");
    await press(page, "Control+Enter");
    await page.getByText("Changes are requested").first().waitFor();
    await reviewer.look("changes-requested");
  });

  it("retries for the card", async () => {
    const { page } = maker;
    await command(page, CARD, CARD);
    await page.waitForURL(/\/review\//);
    await enter(page, page.getByRole("link", { name: /retry/i }).first());
    await page.waitForURL(/\/boards\/.*card=/);
    await page.getByText(`Running for the card “${CARD}”`).waitFor();
    await reach(page, promptCard(page, STORM), "ArrowDown");
    await reach(page, variant(page, STORM, 1), "ArrowRight");
    await press(page, "b");
    await arrives(page, composer(page));
    await write(page, composer(page), WHOLE);
    await runAndWatch(page, WHOLE);
    await press(page, "s");
    const dialog = page.getByRole("dialog", { name: "Send to review" });
    await enter(page, dialog.getByRole("button", { name: /^Submit as attempt 2/ }));
    await dialog.waitFor({ state: "hidden" });
  });

  it("approves the retry and publishes it", async () => {
    await reviewer.page.getByText(/Attempt 2 by Ada waits/).waitFor();
    // What is looked at stays under the eyes; nobody decides on a picture they have not seen.
    await enter(reviewer.page, reviewer.page.getByRole("button", { name: "Show attempt 2" }));
    await press(reviewer.page, "a");
    await reviewer.page.getByText("Approved").first().waitFor();

    const { page } = maker;
    await command(page, CARD, CARD);
    await page.waitForURL(/\/review\//);
    await enter(page, page.getByRole("button", { name: "Publish" }).first());
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await reach(page, dialog.getByRole("radio").first());
    await press(page, "Space");
    await write(page, dialog.getByLabel("Why this is right"), "Made with an engine.");
    await dialog.getByText("A program looked and flagged nothing.").waitFor();
    await press(page, "Control+Enter");
    await page.waitForURL(/\/publications\//);
    await reach(page, page.getByRole("link", { name: "Download file" }));
    await maker.look("publication");
    expect([maker, reviewer].flatMap((person) => person.errors)).toEqual([]);
  });
});
