import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser";
import { openRooms } from "../support/live-avatar/room";
import { LIVE_KEY, LiveAvatarStandIn } from "../support/live-avatar/stand-in";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { album, personAt, signUp } from "./person";

let studio: RunningStudio;
let browser: Browser;
let standIn: LiveAvatarStandIn;
let rooms: ReturnType<typeof openRooms>;

beforeAll(async () => {
  standIn = await new LiveAvatarStandIn().start();
  rooms = openRooms(standIn);
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  rooms.close();
  await standIn.stop();
});

test("a person talks with an avatar: picture, transcript and cost run, and its record stays", async () => {
  const ada = await personAt(browser, studio.origin, album("live-session"));
  const { page } = ada;
  await page.goto(studio.link);
  await signUp(page, "Ada Admin", "Set up the studio");
  // The key is entered by its own verb; what is entered on screen is shown elsewhere.
  const connected = await page.evaluate(
    async ({ apiKey, baseUrl }) => {
      const send = (path: string, json: object) =>
        fetch(`/rpc/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ json }) });
      const answer = await send("engine/connect", { engineId: "liveavatar", apiKey, baseUrl, options: { avatar: "anna" } });
      return answer.status;
    },
    { apiKey: LIVE_KEY, baseUrl: standIn.url },
  );
  expect(connected).toBe(200);

  await ada.goTo("/live");
  const form = page.getByRole("form", { name: "Start a session" });
  expect(await form.getByLabel("Avatar").inputValue()).toBe("anna");
  await ada.look("start");
  await form.getByRole("button", { name: /Start session/ }).click();
  await page.waitForURL(/\/live\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Join" }).click();

  await page.getByLabel("What you say").fill("Who are you?");
  await page.getByRole("button", { name: "Send" }).click();
  const transcript = page.getByRole("list", { name: "Transcript" });
  await transcript.getByText("You said: Who are you?").waitFor();
  const video = page.locator("video");
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
  expect(await video.evaluate((element: HTMLVideoElement) => [element.videoWidth, element.videoHeight])).toEqual([160, 120]);
  await page.getByText("$0.20", { exact: true }).waitFor();
  await ada.look("live");

  await page.getByRole("button", { name: "End session" }).click();
  await page.getByText("Ended by hand. The cost is the provider's own figure.").waitFor();
  expect(await transcript.getByRole("listitem").allInnerTexts()).toHaveLength(2);
  await ada.look("record");
  const [session] = standIn.sessions.values();
  expect(session?.stoppedAtMs).not.toBeNull();

  await page.getByRole("link", { name: "Assets" }).first().click();
  await page.getByRole("option", { name: /Live session/ }).focus();
  await page.getByRole("link", { name: "Session", exact: true }).waitFor();
  await ada.look("asset");
  expect([ada.errors, standIn.unexpected]).toEqual([[], []]);
});
