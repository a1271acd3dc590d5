import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser";
import { openRooms } from "../support/live-avatar/room";
import { RUNWAY_KEY, RunwayStandIn } from "../support/live-avatar/runway-stand-in";
import { LIVE_KEY, LiveAvatarStandIn } from "../support/live-avatar/stand-in";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { album, personAt, signUp } from "./person";

let studio: RunningStudio;
let browser: Browser;
let standIn: LiveAvatarStandIn;
let runway: RunwayStandIn;
let rooms: ReturnType<typeof openRooms>[];

beforeAll(async () => {
  standIn = await new LiveAvatarStandIn().start();
  runway = await new RunwayStandIn().start();
  rooms = [openRooms(standIn), openRooms(runway, "runway")];
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  for (const each of rooms) each.close();
  await Promise.all([standIn.stop(), runway.stop()]);
});

test("a person talks with an avatar: picture, transcript and cost run, and its record stays", async () => {
  const ada = await personAt(browser, studio.origin, album("live-session"));
  const { page } = ada;
  await page.goto(studio.link);
  await signUp(page, "Ada Admin", "Set up the studio");
  await connect(page, { engineId: "liveavatar", apiKey: LIVE_KEY, baseUrl: standIn.url, options: { avatar: "anna" } });

  await ada.goTo("/live");
  const form = page.getByRole("form", { name: "Start a session" });
  // The list is read at the engine when somebody looks; the connection's avatar is the one chosen.
  await expect.poll(() => form.getByRole("radio", { name: /Anna in a studio/ }).isChecked()).toBe(true);
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

  // This browser has no microphone to give: said in a sentence, and the talk goes on in writing.
  await page.getByRole("button", { name: "Microphone off" }).click();
  await page.getByText(/(not allowed for this page|There is no microphone).* You can write instead\./).waitFor();

  await page.getByRole("button", { name: "End session" }).click();
  await page.getByText("Ended by hand. The cost follows the provider's own figures.").waitFor();
  expect(await transcript.getByRole("listitem").allInnerTexts()).toHaveLength(2);
  await ada.look("record");
  const [session] = standIn.sessions.values();
  expect(session?.stoppedAtMs).not.toBeNull();

  await page.getByRole("link", { name: "Assets" }).first().click();
  await page.getByRole("option", { name: /Live session/ }).focus();
  await page.getByRole("link", { name: "Session", exact: true }).waitFor();
  await ada.look("asset");

  // Runway's avatars only hear. A page that is loaded again has left its session: it is ended there at once, with what was said.
  await connect(page, { engineId: "runway", apiKey: RUNWAY_KEY, baseUrl: runway.url });
  await ada.goTo("/live");
  await form.getByRole("combobox", { name: "Engine" }).click();
  await page.getByRole("option", { name: /Runway real-time avatars/ }).click();
  await form.getByRole("radio", { name: /Cat character/ }).check();
  await form.getByRole("button", { name: /Start session/ }).click();
  await page.waitForURL(/\/live\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Join" }).click();
  await transcript.getByText("Hello, I am your host.").waitFor();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(160);
  expect(await page.getByLabel("What you say").count()).toBe(0);
  await ada.look("runway");
  await page.reload();
  await page.getByText(/The page it ran in was closed or loaded again\./).waitFor();
  await transcript.getByText("What shall we talk about?").waitFor();
  await page.getByRole("link", { name: "Start another like it" }).click();
  await expect.poll(() => form.getByRole("radio", { name: /Cat character/ }).isChecked()).toBe(true);
  const [remote] = runway.sessions.values();
  expect(remote?.endedAtMs).not.toBeNull();
  expect([ada.errors, standIn.unexpected, runway.unexpected]).toEqual([[], [], []]);
});

/** The key is entered by its own verb; what is entered on screen is shown elsewhere. */
async function connect(page: Page, connection: object): Promise<void> {
  const status = await page.evaluate(async (json) => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/rpc/engine/connect", { method: "POST", headers, body: JSON.stringify({ json }) })).status;
  }, connection);
  expect(status).toBe(200);
}
