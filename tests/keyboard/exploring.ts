import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Person, personAt, signUp } from "../browser/person";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { reach, whereItIs } from "./keyboard-person";

/** Somebody alone in a studio of their own, on its first board. */
export interface Exploring {
  readonly maker: Person;
  readonly page: Page;
  readonly boardId: string;
  /** What another program does, by the maker's session. */
  asked<Answer>(method: string, path: string, data?: object): Promise<Answer>;
  upload(name: string, bytes: Buffer, mimeType?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startExploring(shoot: Parameters<typeof personAt>[2]): Promise<Exploring> {
  const [studio, browser]: [RunningStudio, Browser] = await Promise.all([startStudio(), openBrowser()]);
  const maker = await personAt(browser, studio.origin, shoot);
  const { page } = maker;
  await maker.goTo(studio.link);
  await signUp(page, "Ada", "Set up the studio");
  const headers = { origin: studio.origin };
  const asked = async <Answer>(method: string, path: string, data?: object): Promise<Answer> => {
    const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
    expect([path, answer.status(), answer.ok() ? "" : await answer.text()]).toEqual([path, 200, ""]);
    return (await answer.json()) as Answer;
  };
  const { items } = await asked<{ items: { boards: { id: string }[] }[] }>("GET", "/projects");
  const boardId = items[0]?.boards[0]?.id ?? "";
  await maker.goTo(`/boards/${boardId}`);
  await composer(page).waitFor();
  return {
    maker,
    page,
    boardId,
    asked,
    async upload(name, bytes, mimeType = "image/png") {
      const multipart = { file: { name, mimeType, buffer: bytes } };
      const answer = await page.request.post("/api/v1/assets", { headers, multipart });
      return ((await answer.json()) as { id: string }).id;
    },
    async stop() {
      await browser.close();
      await studio.stop();
    },
  };
}

export const composer = (page: Page): Locator => page.getByRole("textbox", { name: "Prompt", exact: true });
export const pictures = (page: Page): Locator => page.getByRole("treeitem", { name: /; seed \d+/ });

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Opens a list of choices that is reached with Tab, and takes one. */
export async function choose(page: Page, list: string, option: string | RegExp): Promise<void> {
  await reach(page, page.getByRole("combobox", { name: list, exact: true }));
  await press(page, "Enter");
  const wanted = page.getByRole("option", { name: option, exact: typeof option === "string" });
  await wanted.first().waitFor();
  // A list opens at what is chosen: what is wanted may lie on either side of it.
  await press(page, "Home");
  await reach(page, wanted, "ArrowDown");
  await press(page, "Enter");
  await wanted.first().waitFor({ state: "hidden" });
}

/** The keyboard is on something, whatever just went from the page. */
export async function isSomewhere(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body), { message: await whereItIs(page) }).toBe(true);
}

/** What was opened has the keyboard: a hand is never as quick as the next line of a test. */
export async function opened(dialog: Locator): Promise<Locator> {
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  return dialog;
}
