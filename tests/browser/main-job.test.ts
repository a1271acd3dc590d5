import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser";
import { png } from "../support/pictures";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { barriersOn, stillness } from "./axe";
import { album, invitationBy, type Person, personAt, signUp, variantOf } from "./person";
import { missedInTopBar } from "./top-bar";

/**
 * The whole main job as different people in Chromium: prompt + reference → branch → run → variants → compare → pick →
 * promote → review card → changes → retry → approve → publish. Each step begins where the one before ended.
 */

const PAINTING_MS = 90_000;
const BOAT = "a red sailboat on a calm sea at sunset, watercolour";
const STORM = "a red sailboat on a stormy sea at dusk, gouache";
const LIGHTHOUSE = new RegExp(`${STORM}, lighthouse;`);
const CARD = "Key visual for the autumn campaign, landing page hero, version for the Nordics";

let studio: RunningStudio;
let browser: Browser;
let admin: Person;
let operator: Person;
let reviewer: Person;
let lead: Person;
const shoot = album("main-job");
const invitations = new Map<string, string>();
/** Addresses the job went through, to be looked at again by other eyes. */
const visited = new Map<string, string>();
const remember = (name: string, page: Page) => {
  const { pathname, search } = new URL(page.url());
  visited.set(name, pathname + search);
};

const composer = (page: Page) => page.getByRole("textbox", { name: "Prompt", exact: true });
const run = (page: Page) => page.getByRole("button", { name: "Run", exact: true }).click();
const promptCard = (page: Page, text: string) => page.getByRole("treeitem", { name: new RegExp(`^Prompt: ${text}`) });
const boardKeys = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes to a variant the way the keyboard does. */
async function choose(page: Page, prompt: RegExp, place: number): Promise<void> {
  const variant = variantOf(page, prompt, place);
  await variant.waitFor({ state: "attached", timeout: PAINTING_MS });
  await variant.focus();
}

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);

describe("the main job", () => {
  stopAtFirstFailure();

  it("begins with a set-up link that works once, and invitations an admin hands out", async () => {
    admin = await personAt(browser, studio.origin, shoot);
    await admin.goTo(studio.link);
    await admin.look("set-up");
    await signUp(admin.page, "Ada Admin", "Set up the studio");
    await admin.goTo(studio.link);
    await expect.poll(() => admin.page.getByLabel("Password").count()).toBeLessThanOrEqual(1);
    for (const seat of ["Operator", "Reviewer", "Lead"] as const) {
      invitations.set(seat, await invitationBy(admin, seat));
      await admin.look(`invited-${seat.toLowerCase()}`);
    }
  });

  it("lets three people take their seats", async () => {
    [operator, reviewer, lead] = (await Promise.all([1, 2, 3].map(() => personAt(browser, studio.origin, shoot)))) as [
      Person,
      Person,
      Person,
    ];
    for (const [person, seat, name] of [
      [operator, "Operator", "Olu Operator"],
      [reviewer, "Reviewer", "Rita Reviewer"],
      [lead, "Lead", "Lena Lead"],
    ] as const) {
      await person.goTo(invitations.get(seat) ?? "");
      await signUp(person.page, name, "Join");
    }
    await operator.look("projects");
  });

  it("writes a prompt, adds a reference picture, and sees variants appear live", async () => {
    const { page } = operator;
    await page
      .getByRole("link", { name: /Exploration/ })
      .first()
      .click();
    await page.waitForURL(/\/boards\//);
    await composer(page).fill(BOAT);
    await page.getByRole("combobox", { name: "Variants" }).click();
    await page.getByRole("option", { name: "× 2" }).click();
    // The cheapest to paint: what is shown here is the way, not the picture.
    await page.getByRole("combobox", { name: "Aspect ratio" }).click();
    await page.getByRole("option", { name: "21:9" }).click();
    await page.getByLabel("Reference pictures").setInputFiles({ name: "mood.png", mimeType: "image/png", buffer: await png() });
    await page.getByRole("button", { name: /^Reference: Style/ }).waitFor();
    await operator.look("prompt-with-reference");
    await run(page);
    await promptCard(page, BOAT).waitFor({ state: "attached" });
    await operator.look("running");
    await choose(page, new RegExp(BOAT), 2);
    await operator.look("variants");
  });

  it("branches from a prompt and from a variant; each branch shows what it changed", async () => {
    const { page } = operator;
    await composer(page).fill(STORM);
    await run(page);
    await choose(page, new RegExp(STORM), 1);
    await boardKeys(page, "b");
    await expect.poll(() => composer(page).inputValue()).toBe(STORM);
    await page.getByText("Branch of a variant of").waitFor();
    await composer(page).fill(`${STORM}, lighthouse`);
    await page
      .getByRole("radio", { name: "Final" })
      .or(page.getByRole("button", { name: "Final" }))
      .first()
      .click();
    await run(page);
    await choose(page, LIGHTHOUSE, 2);
    expect(await page.getByRole("treeitem", { name: /lighthouse; .*differs by: .*lighthouse.*final/ }).count()).toBe(1);
    await operator.look("branches");
  });

  it("compares, rates and picks", async () => {
    const { page } = operator;
    await choose(page, LIGHTHOUSE, 1);
    await boardKeys(page, "Shift+ArrowRight", "c");
    await page.waitForURL(/\/compare/);
    await page.getByRole("list", { name: "Compared pictures" }).getByRole("img").nth(1).waitFor();
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, -400);
    remember("compare", page);
    await operator.look("compare");
    await boardKeys(page, "4");
    await operator.look("compare-difference");
    await boardKeys(page, "1", "Shift+5", "p");
    await page.getByText("Picked").waitFor();
    await operator.look("picked");
    await boardKeys(page, "Escape");
    await page.waitForURL(/\/boards\//);
  });

  it("promotes the pick to a pattern and runs it with other words", async () => {
    const { page } = operator;
    const picked = page.getByRole("treeitem", { name: /^Variant \d, seed \d+, picked/ }).first();
    await picked.waitFor({ state: "attached" });
    // Both compared pictures are still chosen: that is told, and going to one lets go of the other.
    await boardKeys(page, "m");
    await page.getByText("Pick all of them first").first().waitFor();
    await picked.focus();
    await boardKeys(page, "m");
    const dialog = page.getByRole("dialog", { name: "Promote to a pattern" });
    await dialog.getByLabel("Name", { exact: true }).fill("Boat in weather");
    const text = dialog.getByLabel("Prompt");
    await text.fill("a {subject} on a stormy sea at dusk, gouache, lighthouse");
    await dialog.getByRole("button", { name: "Declare the variable subject" }).click();
    await dialog.getByLabel("Default of {subject}").fill("red sailboat");
    await operator.look("promote");
    await dialog.getByRole("button", { name: /^Promote/ }).click();
    await page.getByRole("button", { name: "Open pattern" }).click();
    await page.waitForURL(/\/library\/patterns\//);
    const subject = page.getByLabel(/^subject/);
    await subject.waitFor();
    remember("pattern", page);
    await operator.look("pattern");
    await subject.fill("white whale");
    await run(page);
    await page.getByRole("link", { name: "Open on its board" }).click();
    await page.waitForURL(/\/boards\//);
    await choose(page, /white whale/, 1);
    await operator.look("pattern-run");
  });

  it("takes words and opens menus before the pictures of a board are there", async () => {
    const { page } = operator;
    let arrive = () => {};
    const pictures = new Promise<void>((settle) => {
      arrive = settle;
    });
    await page.route(/\/assets\//, (route) => pictures.then(() => route.continue()));
    await operator.goTo(new URL(page.url()).pathname);
    await page.getByRole("treeitem").first().waitFor({ state: "attached" });
    expect(await page.getByRole("button", { name: "Run", exact: true }).count()).toBe(0);
    await boardKeys(page, "w");
    await page.keyboard.type("a kite");
    // The rest of the composer comes because somebody writes; they go on at the same letter.
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
    await page.keyboard.type(" in the wind");
    expect(await composer(page).inputValue()).toContain("a kite in the wind");
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /Archive/ }).waitFor();
    await boardKeys(page, "Escape");
    arrive();
    await page.locator("main canvas[data-waiting='0']").waitFor();
    await page.unroute(/\/assets\//);
    await composer(page).fill("");
  });

  it("sends the pick to a review card", async () => {
    const { page } = operator;
    await operator.goTo(new URL(page.url()).pathname);
    // The board opens where it was left, which need not be where the pick is.
    await page.getByRole("treeitem").first().waitFor({ state: "attached" });
    await boardKeys(page, "f");
    const picked = page.getByRole("treeitem", { name: /^Variant \d, seed \d+, picked/ }).first();
    await picked.waitFor({ state: "attached" });
    await picked.focus();
    await boardKeys(page, "s");
    const dialog = page.getByRole("dialog", { name: "Send to review" });
    await dialog.getByRole("tab", { name: /A new card/ }).click();
    await dialog.getByRole("combobox", { name: "Lane" }).click();
    await page.getByRole("option", { name: /Production/ }).click();
    await dialog.getByLabel("Title").fill(CARD);
    await dialog.getByLabel("Goal").fill("One calm, hand-made picture for the cover. The boat must be red and whole.");
    await operator.look("send-to-review");
    // Twice, as people do: it is one card.
    await dialog.getByRole("button", { name: "Create and submit" }).dblclick();
    await dialog.waitFor({ state: "hidden" });
    await operator.goTo("/review?view=all");
    await page
      .getByRole("link", { name: new RegExp(CARD) })
      .first()
      .waitFor();
    expect(
      await page
        .getByRole("main")
        .getByRole("link", { name: new RegExp(CARD) })
        .count(),
    ).toBe(1);
  });

  it("has another person mark a defect and request changes", async () => {
    const { page } = reviewer;
    await reviewer.goTo("/review");
    await reviewer.look("queue");
    await page
      .getByRole("link", { name: new RegExp(CARD) })
      .first()
      .click();
    // A drag draws a box around it.
    const picture = page.getByRole("button", { name: /^The picture\./ });
    await picture.hover({ position: { x: 200, y: 100 } });
    await page.mouse.down();
    await picture.hover({ position: { x: 280, y: 160 } });
    await page.mouse.up();
    await page.getByRole("dialog").getByText("Opposite corner").waitFor();
    await page.getByRole("dialog").getByLabel("Note").fill("The mast is cut off.");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Mark|Save|Add/ })
      .click();
    await page.getByText("The mast is cut off.").first().waitFor();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await reviewer.look("defect");
    await boardKeys(page, "r");
    await page.keyboard.type("Show the whole mast, please.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Changes are requested").first().waitFor();
    await reviewer.look("changes-requested");
  });

  it("retries for the card and sends the retry", async () => {
    const { page } = operator;
    await operator.goTo("/review?view=all");
    await page
      .getByRole("link", { name: new RegExp(CARD) })
      .first()
      .click();
    await operator.look("card-of-the-operator");
    await page
      .getByRole("link", { name: /Open board to retry|retry/i })
      .first()
      .click();
    await page.waitForURL(/\/boards\/.*card=/);
    await page.getByText(`Running for the card “${CARD}”`).waitFor();
    await choose(page, LIGHTHOUSE, 1);
    await boardKeys(page, "b");
    await composer(page).fill("a whole red sailboat with a tall mast on a stormy sea at dusk, gouache");
    await run(page);
    await choose(page, /tall mast/, 1);
    await boardKeys(page, "p");
    await choose(page, /tall mast/, 1);
    await boardKeys(page, "s");
    const dialog = page.getByRole("dialog", { name: "Send to review" });
    await dialog.getByText(CARD).first().click();
    await operator.look("send-retry");
    await dialog.getByRole("button", { name: /^(Submit|Send)/ }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("approves the retry", async () => {
    const { page } = reviewer;
    await page
      .getByText(/Attempt 2/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByText(/Attempt 2 by Olu Operator waits/).waitFor();
    await page.getByRole("button", { name: "Fixed", exact: true }).click();
    await page.getByText("1 of 1 looked at").waitFor();
    await reviewer.look("retry-in-review");
    await boardKeys(page, "a");
    await page.getByText("Approved").first().waitFor();
    remember("card", page);
    await reviewer.look("approved");
  });

  it("publishes the approved picture with its record", async () => {
    const { page } = lead;
    await lead.goTo("/review?view=all");
    await page
      .getByRole("link", { name: new RegExp(CARD) })
      .first()
      .click();
    await page.getByRole("button", { name: "Publish" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.getByRole("radio", { name: /AI-generated/ }).click();
    await dialog.getByLabel("Why this is right").fill("Drawn by a procedural engine; the label is house rule.");
    await dialog.getByText("A program looked and flagged nothing.").waitFor();
    await lead.look("publish");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await page.waitForURL(/\/publications\//);
    const file = page.getByRole("link", { name: "Download file" });
    await file.waitFor({ timeout: PAINTING_MS });
    remember("publication", page);
    await lead.look("publication");
    const [picture] = await Promise.all([page.waitForEvent("download"), file.click()]);
    expect(readFileSync(await picture.path()).includes("algorithmicMedia")).toBe(true);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download record" }).click()]);
    const record = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(JSON.stringify(record)).toContain("tall mast");
  });

  it("leads whoever was signed out back to where they were going", async () => {
    const stranger = await personAt(browser, studio.origin, shoot);
    await stranger.goTo("/review?view=all");
    await stranger.page.waitForURL(/\/signin/);
    await stranger.look("sign-in");
    await stranger.page.getByLabel("E-mail").fill("rita.reviewer@example.com");
    await stranger.page.getByLabel("Password").fill("the long password of Rita Reviewer");
    await stranger.page.getByRole("button", { name: "Sign in" }).click();
    await stranger.page.waitForURL(/\/review\?view=all/);
    await stranger.close();
  });

  it("is as clear in light, keeps nobody out, and no page reported an error", async () => {
    const places = [
      ["projects", "/projects"],
      ["engines", "/engines?commercial=true"],
      ["connections", "/settings/engines"],
      ["library", "/library"],
      ["review", "/review?view=all"],
      ["members", "/settings/members"],
      ["assets", "/assets"],
      ["lanes", "/settings/lanes"],
      ["api-keys", "/settings/keys"],
      ["publications", "/publications"],
      ...visited,
    ] as const;
    expect([...visited.keys()]).toEqual(["compare", "pattern", "card", "publication"]);
    const barriers: string[] = [];
    await lead.goTo("/projects");
    for (const [name, path] of places) {
      await lead.goTo(path);
      await lead.page.getByRole("main").waitFor();
      await lead.page.waitForLoadState("networkidle");
      await lead.look(`${name}-${await themeOf(lead.page)}`);
      barriers.push(...(await barriersOn(lead.page)));
      // Each page begins in the theme the one before ended in.
      await lead.page.getByRole("button", { name: /^Use the (light|dark) theme/ }).click();
      await stillness(lead.page);
      await lead.look(`${name}-${await themeOf(lead.page)}`);
      barriers.push(...(await barriersOn(lead.page, "colours")));
    }
    await operator.goTo("/projects");
    await operator.page
      .getByRole("link", { name: /Exploration/ })
      .first()
      .click();
    await operator.page.waitForURL(/\/boards\//);
    for (const [theme, asked] of [
      ["light", "everything"],
      ["dark", "colours"],
    ] as const) {
      await operator.theme(theme);
      await choose(operator.page, /tall mast/, 1);
      await operator.look(`board-${theme}`);
      barriers.push(...(await barriersOn(operator.page, asked)));
      await boardKeys(operator.page, "?");
      await operator.page.getByRole("dialog", { name: "Keys" }).waitFor();
      await operator.look(`keys-${theme}`);
      barriers.push(...(await barriersOn(operator.page, asked)));
      await boardKeys(operator.page, "Escape");
    }
    expect(barriers).toEqual([]);
    expect([admin, operator, reviewer, lead].flatMap((person) => person.errors)).toEqual([]);
  });

  it("keeps every way of the top bar in reach, however long the names and narrow the window", async () => {
    const { page } = lead;
    const headers = { origin: studio.origin };
    const made = await page.request.post("/api/v1/projects", { headers, data: { name: `${CARD}, and everything around it` } });
    const { boards } = (await made.json()) as { boards: { id: string }[] };
    const card = visited.get("card") ?? "";
    const missed: string[] = [];
    for (const path of [`/boards/${boards[0]?.id}`, card]) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await lead.goTo(path);
      await page
        .getByRole("banner")
        .getByText(/autumn campaign/)
        .first()
        .waitFor();
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await lead.look(`top-bar-${width}`);
        missed.push(...(await missedInTopBar(page)).map((name) => `${path} at ${width}: ${name}`));
      }
    }
    expect(missed).toEqual([]);
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
  });
});
