import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

/** Where a test leaves what it saw; git-ignored. */
const SCREENSHOTS = ".screenshots";

/** Messages a browser prints about itself, and about answers, which are watched by themselves. */
const HARMLESS = [/Download the React DevTools/, /preloaded using link preload but not used/, /^Failed to load resource/];

export interface Person {
  readonly page: Page;
  /** What went wrong on the page so far: console errors, uncaught exceptions, refused requests. */
  readonly errors: readonly string[];
  goTo(path: string): Promise<void>;
  /** A numbered picture of the window, in the present theme. */
  look(name: string): Promise<void>;
  theme(theme: "dark" | "light"): Promise<void>;
  close(): Promise<void>;
}

/** Numbers the pictures of one test in the order they were taken, whoever took them. Only `npm run album` takes any: nobody looks at a run's. */
export function album(test: string): (page: Page, name: string) => Promise<void> {
  if (process.env.SELECTS_ALBUM === undefined) return async () => {};
  let number = 0;
  const folder = join(SCREENSHOTS, test);
  mkdirSync(folder, { recursive: true });
  return async (page, name) => {
    number += 1;
    // A JPEG costs a third of what a PNG costs, and an album has a hundred of them.
    await page.screenshot({ path: join(folder, `${String(number).padStart(2, "0")}-${name}.jpg`), type: "jpeg", quality: 90 });
  };
}

/** Somebody at a browser of their own. */
export async function personAt(
  browser: Browser,
  origin: string,
  shoot: ReturnType<typeof album>,
  viewport = { width: 1440, height: 900 },
): Promise<Person> {
  const context: BrowserContext = await browser.newContext({ viewport, baseURL: origin, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !HARMLESS.some((harmless) => harmless.test(message.text())))
      errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) errors.push(`${page.url()}: ${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on("response", (answer) => {
    if (new URL(answer.url()).pathname.startsWith("/rpc/") && answer.ok() && answer.headers()["content-encoding"] !== "gzip")
      errors.push(`${answer.url()}: came uncompressed`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
  return {
    page,
    errors,
    goTo: async (path) => {
      await page.goto(path);
    },
    look: (name) => shoot(page, name),
    theme: async (theme) => {
      await context.addCookies([{ name: "selects-theme", value: theme, url: origin }]);
      await page.reload();
    },
    close: () => context.close(),
  };
}

/** Fills a sign-up form (set-up or invitation) and presses its button. */
export async function signUp(page: Page, name: string, button: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase().replaceAll(" ", ".")}@example.com`);
  await page.getByLabel("Password").fill(`the long password of ${name}`);
  await page.getByRole("button", { name: button }).click();
  await page.waitForURL(/\/projects/);
}

/** An admin makes an invitation for a seat and closes the dialog again. Its address. */
export async function invitationBy({ page, goTo }: Person, seat: "Operator" | "Reviewer" | "Lead"): Promise<string> {
  await goTo("/settings/members");
  await page.getByRole("button", { name: `Acts on ${seat}` }).click();
  await page.getByRole("menuitem", { name: /invitation link/i }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel("Invitation link").inputValue();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  return link;
}

/** A variant on a board, by its place in its prompt's sheet (from 1). */
export function variantOf(page: Page, prompt: RegExp, place: number): Locator {
  return page.getByRole("treeitem", { name: prompt }).getByRole("treeitem", { name: new RegExp(`^Variant ${place}, seed`) });
}
