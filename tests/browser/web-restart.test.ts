import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { album, personAt, signUp, variantOf } from "./person";

const BOTTLE = "a green bottle on a shelf, gouache";
const HEALED_MS = 90_000;

let studio: RunningStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

test("a board open while the web process crashes says so quietly, and shows by itself what happened meanwhile", async () => {
  const person = await personAt(browser, studio.origin, album("web-restart"));
  const { page } = person;
  await person.goTo(studio.link);
  await signUp(page, "Ada Admin", "Set up the studio");
  await page
    .getByRole("link", { name: /Exploration/ })
    .first()
    .click();
  await page.waitForURL(/\/boards\//);
  const composer = page.getByRole("textbox", { name: "Prompt", exact: true });
  await composer.fill(BOTTLE);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const card = page.getByRole("treeitem", { name: new RegExp(`^Prompt: ${BOTTLE}`) });
  await card.waitFor({ state: "attached" });
  await composer.fill("what is being written is kept");
  // The card is there at the press, before the studio has the run.
  const runs = async () => (await (await page.request.get("/api/v1/runs?limit=1")).json()) as { items: unknown[] };
  await expect.poll(async () => (await runs()).items.length).toBe(1);

  studio.crashWeb();
  const sign = page.getByRole("status").getByText("Reconnecting");
  await sign.waitFor();
  await person.look("reconnecting");
  await variantOf(page, new RegExp(BOTTLE), 4).waitFor({ state: "attached", timeout: HEALED_MS });
  await sign.waitFor({ state: "hidden", timeout: HEALED_MS });
  expect(await composer.inputValue()).toBe("what is being written is kept");
  expect(await page.locator("[data-sonner-toast][data-type=error]").count()).toBe(0);

  // Alive in both directions: what is done now arrives too.
  await page.keyboard.press("Escape");
  await variantOf(page, new RegExp(BOTTLE), 1).focus();
  await page.keyboard.press("p");
  await page.getByRole("treeitem", { name: /^Variant 1, .*picked/ }).waitFor({ state: "attached" });
  await person.look("healed");
}, 240_000);
