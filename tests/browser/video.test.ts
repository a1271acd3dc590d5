import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { clip } from "../support/videos";
import { album, type Person, personAt, signUp } from "./person";

/** A video from the composer to compare, in Chromium: chosen by category, made by the embedded engine, played and sought. */

const MAKING_MS = 180_000;
const SEA = "a red sailboat on a calm sea at sunset, slow pan left";

let studio: RunningStudio;
let browser: Browser;
let person: Person;
/** Where the video that was made lies. */
let address = "";
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
    address = await player.evaluate((video: HTMLVideoElement) => video.src);
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
    await page.getByRole("dialog").waitFor();
    const shown = page.locator("canvas[data-picture]");
    const becomes = (frame: number) => expect.poll(() => shown.getAttribute("data-frame")).toBe(String(frame));
    await becomes(0);
    for (const _step of [1, 2, 3]) await page.keyboard.press(".");
    await page.keyboard.press(",");
    await page.keyboard.press(">");
    await becomes(12);
    await page.keyboard.press("<");
    await becomes(2);
    await page.keyboard.press("[");
    for (const _step of [1, 2, 3]) await page.keyboard.press(".");
    await page.keyboard.press("]");
    await page.getByText("Loop 3–6").waitFor();
    await person.look("loupe");
    await page.keyboard.press("Space");
    const seen = new Set<string | null>();
    await expect.poll(async () => seen.add(await shown.getAttribute("data-frame")).size, { interval: 20 }).toBeGreaterThan(2);
    await page.keyboard.press("Space");
    expect([...seen].filter((frame) => !["2", "3", "4", "5"].includes(frame ?? ""))).toEqual([]);
  });

  it("is served by ranges to whoever may see it, and to nobody else", async () => {
    const { page } = person;
    const part = await page.request.get(address, { headers: { range: "bytes=0-99" } });
    expect(part.status()).toBe(206);
    expect(part.headers()["content-range"]).toMatch(/^bytes 0-99\/\d+$/);
    const stale = await page.request.get(address, { headers: { range: "bytes=0-99", "if-range": '"another file"' } });
    expect(stale.status()).toBe(200);
    const stranger = await browser.newContext();
    expect((await stranger.request.get(address, { headers: { range: "bytes=0-99" } })).status()).toBe(401);
    await stranger.close();
  });

  it("is added from a file, with a sentence for what is none", async () => {
    const { page } = person;
    await person.goTo("/assets");
    const files = page.getByLabel("Files to add");
    const film = Buffer.from(await clip({ frames: 36, width: 320, height: 180 }));
    await files.setInputFiles([
      { name: "walk.mp4", mimeType: "video/mp4", buffer: film },
      { name: "torn.mp4", mimeType: "video/mp4", buffer: film.subarray(0, film.length / 2) },
    ]);
    await page.getByText("Looking at the file").first().waitFor();
    await person.look("assets-checking");
    await page.getByText("torn.mp4: The video is damaged or incomplete, so it cannot be played.").waitFor();
    await page.locator('video[aria-label^="walk.mp4"]').waitFor();
    await expect.poll(() => page.getByText("Looking at the file").count()).toBe(0);
    await person.look("assets-uploaded");
  });

  it("shows among the assets with its length, in both themes", async () => {
    const { page } = person;
    await person.goTo("/assets");
    const tile = page.getByRole("option", { name: /video, 2 s/ }).first();
    const press = async () => {
      const place = await tile.boundingBox();
      await page.mouse.move((place?.x ?? 0) + 60, (place?.y ?? 0) + 60);
      await page.mouse.down();
      await page.mouse.up();
    };
    await tile.waitFor({ state: "attached" });
    await press();
    await page.locator("video").waitFor();
    // The file under the keyboard hears every key of the page.
    await tile.focus();
    await page.keyboard.press("p");
    await page.getByRole("option", { name: /video, 2 s, picked/ }).waitFor({ state: "attached" });
    await person.look("assets-dark");
    await person.theme("light");
    await tile.waitFor({ state: "attached" });
    await person.look("assets-light");
    expect(person.errors).toEqual([]);
  });
});
