import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { clip } from "../support/videos";
import { barriersOn, stillness } from "./axe";
import { album, type Person, personAt } from "./person";
import { openReviewDesk, type ReviewDesk } from "./review-desk";

/**
 * The reviewer's job in Chromium, beside the main job: a guest on a phone says what they think and decides nothing; used-up retries lead on
 * through the fallback path.
 */

let studio: RunningStudio;
let browser: Browser;
let reviewer: Person;
let guest: Person;
const shoot = album("review-job");
let desk: ReviewDesk;
/** Two small pictures everybody has seen before. */
let pictures: readonly string[] = [];

/** As long as a busy machine may take. */
const PATIENT = { timeout: 30_000 };

beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
});

/** A card of the maker's with this picture on it, for the reviewer to decide. */
async function aCard(title: string, terms: object = {}, assetId = pictures[0]): Promise<string> {
  const { ownerId, projectId, asked } = desk;
  const complete = { goal: "A calm ground with one line.", ownerId, retryLimit: 0, fallbackPath: { kind: "stop", note: "" }, ...terms };
  const card = { projectId, laneId: desk.laneId("production"), title, terms: complete };
  const { cardId } = await asked<{ cardId: string }>("POST", "/cards", card);
  await asked("POST", `/cards/${cardId}/attempts`, { assetId, note: "", seenAttempt: 0 });
  return cardId;
}

type Card = {
  readonly status: string;
  readonly attempts: readonly { readonly id: string; readonly defects: readonly { note: string }[] }[];
};
const cardOf = (cardId: string) => desk.asked<Card>("GET", `/cards/${cardId}`, undefined, reviewer);

describe("the reviewer's job", { timeout: 120_000 }, () => {
  stopAtFirstFailure();

  it("finds two people of a fresh studio", async () => {
    desk = await openReviewDesk(browser, studio, shoot);
    ({ reviewer } = desk);
    pictures = [await desk.upload(320, 136, "#c2410c"), await desk.upload(320, 136, "#166534")];
  });

  it("shares a card with a guest, who says on a phone what they think; the reviewer decides", async () => {
    const cardId = await aCard("Spring banner");
    const { page } = reviewer;
    await reviewer.goTo(`/review/${cardId}`);
    await page.getByRole("button", { name: "More about this card" }).click();
    await page.getByRole("menuitem", { name: "Share with guests" }).click();
    await page.getByRole("button", { name: "New link" }).click();
    await page.getByRole("checkbox", { name: /^Watermark the pictures/ }).click();
    await page.getByRole("button", { name: "Make the link" }).click();
    const address = await page.getByRole("textbox", { name: "Link" }).inputValue();
    await page.keyboard.press("Escape");

    guest = await personAt(browser, studio.origin, shoot, { width: 390, height: 844 });
    await guest.page.goto(address);
    await guest.page.getByLabel("Your name").fill("Mia Kern");
    await guest.page.keyboard.press("Enter");
    await guest.page.getByRole("heading", { name: "Spring banner" }).waitFor();
    const shown = guest.page.getByRole("img", { name: "Spring banner" });
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENT).toBe(320);
    await guest.page.keyboard.press("m");
    await guest.page.getByRole("button", { name: /^The picture/ }).focus();
    for (const key of ["ArrowRight", "ArrowDown"]) await guest.page.keyboard.press(key);
    await guest.page.getByLabel("What is wrong there").fill("The line wavers.");
    await guest.page.getByRole("button", { name: "Send the mark" }).click();
    await guest.page.getByText("not looked at yet").waitFor();
    await guest.page.getByLabel("Note").fill("A warmer ground, please.");
    await guest.page.getByRole("button", { name: "Ask for changes" }).click();
    await guest.page.getByText("you can change it").waitFor();
    await stillness(guest.page);
    expect(await barriersOn(guest.page)).toEqual([]);
    await guest.look("guest");

    // It arrives where the reviewer looks, decides nothing, and becomes a defect by the reviewer's word.
    await page.getByText("Recommends changes").waitFor();
    await page.getByText("A warmer ground, please.").waitFor();
    expect((await cardOf(cardId)).status).toBe("in_review");
    await page.getByRole("button", { name: "Take it for a defect" }).click();
    await page.getByRole("button", { name: "Take it for a defect" }).click();
    await page.getByText("The line wavers. (marked by Mia Kern, a guest)").first().waitFor();
    await reviewer.look("from-guests");
    // Nothing else of the studio opens to a guest.
    for (const path of [`/review/${cardId}`, "/projects"]) {
      await guest.page.goto(path);
      await guest.page.waitForURL(/\/signin/);
    }
    const { items: links } = await desk.asked<{ items: { id: string }[] }>("GET", `/shares?cardId=${cardId}`);
    await desk.asked("DELETE", `/shares/${links[0]?.id}`, undefined, reviewer);
    await guest.page.goto(address);
    await guest.page.getByRole("heading", { name: "This link does not open" }).waitFor();
    expect([guest.errors, reviewer.errors]).toEqual([[], []]);
  });

  it("leads on from used-up retries: an agreed picture, work by hand, an end", async () => {
    const paths = [
      { path: { kind: "library-asset", assetId: pictures[1], note: "" }, status: "in_review", attempts: 2 },
      { path: { kind: "manual", memberId: null, note: "" }, status: "changes_requested", attempts: 1 },
      { path: { kind: "stop", note: "" }, status: "stopped", attempts: 1 },
    ] as const;
    for (const { path, status, attempts } of paths) {
      const cardId = await aCard(`Then ${path.kind}`, { fallbackPath: path });
      await reviewer.goTo(`/review/${cardId}`);
      const { page } = reviewer;
      await page.getByRole("textbox", { name: "Note" }).fill("The line is still not straight.");
      await page.getByRole("button", { name: "Request changes" }).click();
      await page.getByText("No retry is left. How does it go on?").waitFor();
      await page.getByRole("button", { name: "Take the fallback path" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Take it" }).click();
      await expect.poll(async () => (await cardOf(cardId)).status, PATIENT).toBe(status);
      expect((await cardOf(cardId)).attempts).toHaveLength(attempts);
    }
    await reviewer.look("fallback");
  });

  it("shows a film in dailies on both screens where who presents plays and stops it", async () => {
    const { asked, maker } = desk;
    const film = { name: "waves.mp4", mimeType: "video/mp4", buffer: Buffer.from(await clip({ frames: 48 })) };
    const sent = await maker.page.request.post("/api/v1/assets", { headers: { origin: studio.origin }, multipart: { file: film } });
    const { id: assetId } = (await sent.json()) as { id: string };
    const cardId = await aCard("Waves", {}, assetId);
    const { id } = await asked<{ id: string }>("POST", "/playlists", { name: "Films", cardIds: [cardId] });
    for (const { page } of [maker, reviewer]) await page.goto(`/review/dailies/${id}`);
    const [shown, seen] = [reviewer.page.locator("video"), maker.page.locator("video")];
    await seen.waitFor();
    await reviewer.page.getByRole("button", { name: "Present", exact: true }).click();
    await reviewer.page.getByText("You present").waitFor();
    await reviewer.page.getByRole("button", { name: "Play", exact: true }).click();
    await expect.poll(() => seen.evaluate((video: HTMLVideoElement) => !video.paused), PATIENT).toBe(true);
    await reviewer.page.getByRole("slider", { name: /^Frame of/ }).press("Home");
    for (let step = 0; step < 8; step += 1) await reviewer.page.getByRole("slider", { name: /^Frame of/ }).press("ArrowRight");
    const frame = (page: typeof maker.page) => page.getByRole("slider", { name: /^Frame of/ }).getAttribute("aria-valuetext");
    expect(await frame(reviewer.page)).toBe("Frame 9 of 48");
    await expect.poll(() => frame(maker.page), PATIENT).toBe("Frame 9 of 48");
    const moments = await Promise.all([shown, seen].map((film) => film.evaluate(({ currentTime }: HTMLVideoElement) => currentTime)));
    expect(Math.abs((moments[0] ?? 0) - (moments[1] ?? 0))).toBeLessThan(1 / 24);
    await reviewer.look("dailies-film");
    expect([maker.errors, reviewer.errors]).toEqual([[], []]);
  });
});
