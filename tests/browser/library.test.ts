import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { barriersOn, stillness } from "./axe";
import { album, invitationBy, type Person, personAt, signUp, variantOf } from "./person";

/** The lead's job in Chromium: a pick becomes a pattern, is tried, judged by keyboard, signed by somebody else, and rolled back. */

const PAINTING_MS = 90_000;
const STORM = "a red sailboat on a stormy sea at dusk, gouache";

let studio: RunningStudio;
let browser: Browser;
let admin: Person;
let lead: Person;
const shoot = album("library");
/** The board the job begins on, the pattern that is tried, and its trial. */
let boardAddress = "";
let patternAddress = "";
let trialAddress = "";

/** What a spreadsheet leaves on the clipboard, pasted where the keyboard is. */
const pasteText = (page: Page, text: string) =>
  page.evaluate((said) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", said);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

/** What came before this job: a board with a small picture, made as another program would. */
async function paint({ page }: Person, text: string): Promise<string> {
  const headers = { origin: studio.origin };
  const { items } = await (await page.request.get("/api/v1/projects")).json();
  const boardId: string = items[0].boards[0].id;
  const board = await (await page.request.get(`/api/v1/boards/${boardId}`)).json();
  const sample = board.prompts[0].recipe;
  const recipe = { ...sample, text, count: 1, controls: { ...sample.controls, aspectRatio: "21:9", quality: "draft" } };
  const prompt = await (await page.request.post(`/api/v1/boards/${boardId}/prompts`, { headers, data: { recipe } })).json();
  await page.request.post("/api/v1/runs", { headers, data: { promptId: prompt.id } });
  return `/boards/${boardId}`;
}

describe("the lead's job", () => {
  stopAtFirstFailure();

  it("begins with two leads and a board with a picture", async () => {
    admin = await personAt(browser, studio.origin, shoot);
    lead = await personAt(browser, studio.origin, shoot);
    await admin.goTo(studio.link);
    await signUp(admin.page, "Ada Admin", "Set up the studio");
    await lead.goTo(await invitationBy(admin, "Lead"));
    await signUp(lead.page, "Lena Lead", "Join");
    boardAddress = await paint(lead, STORM);
  });

  it("tries a pattern on five subjects and four seeds, judged by keyboard", async () => {
    const { page } = lead;
    await lead.goTo(boardAddress);
    const sailed = new RegExp(`^Prompt: ${STORM}`);
    await variantOf(page, sailed, 1).waitFor({ state: "attached", timeout: PAINTING_MS });
    await variantOf(page, sailed, 1).focus();
    await page.keyboard.press("p");
    await expect.poll(() => variantOf(page, sailed, 1).getAttribute("aria-label")).toMatch(/picked/);
    // Picking went on to the next one.
    await variantOf(page, sailed, 1).focus();
    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog", { name: "Promote to a pattern" });
    await dialog.getByLabel("Name", { exact: true }).fill("Lighthouse holds");
    await dialog.getByLabel("Prompt").fill("a {subject} on a stormy sea at dusk, gouache");
    await dialog.getByRole("button", { name: "Declare the variable subject" }).click();
    await dialog.getByRole("button", { name: /^Promote/ }).click();
    await page.getByRole("button", { name: "Open pattern" }).click();
    await page.waitForURL(/\/library\/patterns\//);
    patternAddress = new URL(page.url()).pathname;
    await lead.goTo("/library/eval-sets/new");
    await page.getByLabel("Name", { exact: true }).fill("Five at sea");
    await page.getByLabel("name of subject 1", { exact: true }).focus();
    await pasteText(page, ["Boat\tred boat", "Whale\twhale", "Fox\tfox", "Bottle\tglass bottle", "House\tlighthouse"].join("\r\n"));
    await page.getByText("5 × 4 = 20 pictures a trial").waitFor();
    await lead.look("eval-set");
    await page.getByRole("button", { name: "Create eval set" }).click();
    await page.waitForURL(/\/eval-sets\/[0-9a-f-]{36}/);
    await lead.goTo(patternAddress);
    await page.getByRole("button", { name: "Try v1" }).click();
    await page.getByText(/20 pictures, at most/).waitFor();
    await page.getByRole("button", { name: "Start trial" }).click();
    await page.waitForURL(/\/library\/trials\//);
    await page.getByText("20 of 20 cells done").waitFor({ timeout: 2 * PAINTING_MS });
    await page.getByRole("button", { name: /^Boat, seed 1: not judged/ }).focus();
    for (let judged = 1; judged < 20; judged += 1) {
      await page.keyboard.press("p");
      await page.getByText(`${judged} of 20 judged by you`).waitFor();
    }
    trialAddress = new URL(page.url()).pathname;
    await lead.look("trial");
  });

  it("signs it for production as another lead only, on enough evidence, and rolls it back", async () => {
    const openSigning = async ({ page }: Person) => {
      await page.goto(patternAddress);
      await page.getByRole("button", { name: "Sign v1" }).click();
      return page.getByRole("dialog", { name: "Sign v1 for production" });
    };
    const asAuthor = await openSigning(lead);
    await asAuthor.getByRole("listitem").getByText("You wrote this version. Another lead has to sign it.").waitFor();
    await lead.look("sign-refused");
    const asOther = await openSigning(admin);
    await asOther.getByRole("listitem").getByText("1 picture is not judged yet.").waitFor();
    await asOther.getByRole("listitem").getByText("19 of at least 20 cells count.").waitFor();
    await lead.goTo(trialAddress);
    await lead.page
      .getByRole("button", { name: /not judged/ })
      .last()
      .click();
    await lead.page.keyboard.press("p");
    // What was missing is there: the open dialog learns it by itself.
    await asOther.getByRole("listitem").getByText("20 of at least 20 cells count.").waitFor();
    await asOther.getByLabel("Why").fill("Holds on every subject.");
    await asOther.getByRole("button", { name: "Sign and move" }).click();
    const { page } = admin;
    await page
      .getByText(/Production points to v1/)
      .first()
      .waitFor();
    await admin.look("signed");
    await page.getByRole("button", { name: "Roll back" }).first().click();
    const back = page.getByRole("dialog", { name: "Roll production back to no version" });
    await back.getByLabel("Why").fill("The client changed the light.");
    await back.getByRole("button", { name: "Roll back" }).click();
    await page.getByText("Rolled back to no version").waitFor();
    await admin.look("rolled-back");
  });

  it("is as clear in light, and keeps nobody out", async () => {
    await lead.goTo(trialAddress);
    await lead.page.getByRole("main").waitFor();
    const barriers = [...(await barriersOn(lead.page))];
    await lead.page.getByRole("button", { name: /^Use the (light|dark) theme/ }).click();
    await stillness(lead.page);
    await lead.look("trial-other-theme");
    barriers.push(...(await barriersOn(lead.page, "colours")));
    expect(barriers).toEqual([]);
    expect([admin, lead].flatMap((person) => person.errors)).toEqual([]);
  });
});
