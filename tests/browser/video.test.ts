import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { album, type Person, personAt, signUp } from "./person";

/** A video from the composer to compare, in Chromium: chosen by category, made by the embedded engine, played and sought. */

const MAKING_MS = 180_000;
const SEA = "a red sailboat on a calm sea at sunset, slow pan left";

let studio: RunningStudio;
let browser: Browser;
let person: Person;
const shoot = album("video");

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
  person = await personAt(browser, studio.origin, shoot);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

describe("a video", () => {
  stopAtFirstFailure();

  it("is asked for by category, with the controls of its model", async () => {
    const { page } = person;
    await person.goTo(studio.link);
    await signUp(page, "Vera Video", "Set up the studio");
    await page
      .getByRole("link", { name: /Exploration/ })
      .first()
      .click();
    await page.waitForURL(/\/boards\//);
    await page.getByRole("combobox", { name: "Model" }).click();
    await page.getByRole("option", { name: /motion/i }).click();
    await page.getByRole("combobox", { name: "Duration" }).click();
    await page.getByRole("option", { name: "2 s" }).click();
    await page.getByRole("combobox", { name: "Variants" }).click();
    await page.getByRole("option", { name: "× 1" }).click();
    await page.getByRole("textbox", { name: "Prompt", exact: true }).fill(SEA);
    await person.look("composer");
    await page.getByRole("button", { name: "Run", exact: true }).click();
  });

  it("stands on the board with its length, and plays and seeks in the inspector", async () => {
    const { page } = person;
    const variant = page.getByRole("treeitem", { name: /^Video variant 1, seed/ });
    await variant.waitFor({ state: "attached", timeout: MAKING_MS });
    await variant.focus();
    const player = page.locator("video").first();
    await player.waitFor();
    await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThanOrEqual(1);
    expect(await player.evaluate((video: HTMLVideoElement) => Math.abs(video.duration - 2))).toBeLessThan(0.05);
    await player.evaluate((video: HTMLVideoElement) => video.play());
    await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2);
    await page.getByRole("slider", { name: /^Frame of/ }).focus();
    await page.keyboard.press("Home");
    for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeCloseTo(12.5 / 24, 2);
    await person.look("inspector");
  });

  it("steps frame by frame in the loupe", async () => {
    const { page } = person;
    await page.getByRole("treeitem", { name: /^Video variant 1, seed/ }).focus();
    await page.keyboard.press("Space");
    await page.waitForURL(/\/compare/);
    const player = page.locator("video[data-picture]");
    await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThanOrEqual(1);
    const on = page.getByRole("button", { name: "One frame on" });
    await on.click();
    await on.click();
    await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeCloseTo(2.5 / 24, 2);
    await person.look("loupe");
  });

  it("is served by ranges to whoever may see it, and to nobody else", async () => {
    const { page } = person;
    const address = await page.locator("video[data-picture]").evaluate((video: HTMLVideoElement) => video.src);
    const part = await page.request.get(address, { headers: { range: "bytes=0-99" } });
    expect(part.status()).toBe(206);
    expect(part.headers()["content-range"]).toMatch(/^bytes 0-99\/\d+$/);
    const stale = await page.request.get(address, { headers: { range: "bytes=0-99", "if-range": '"another file"' } });
    expect(stale.status()).toBe(200);
    const stranger = await browser.newContext();
    expect((await stranger.request.get(address, { headers: { range: "bytes=0-99" } })).status()).toBe(401);
    await stranger.close();
  });

  it("shows among the assets with its length, in both themes", async () => {
    const { page } = person;
    await person.goTo("/assets");
    const tile = page.getByRole("option").first();
    await tile.getByText("2 s").waitFor();
    await tile.hover();
    await tile.click();
    await page.locator("video").waitFor();
    await person.look("assets-dark");
    await person.theme("light");
    await page.getByRole("option").first().getByText("2 s").waitFor();
    await person.look("assets-light");
    expect(person.errors).toEqual([]);
  });
});
