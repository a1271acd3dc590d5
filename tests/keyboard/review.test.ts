import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { album, type Person } from "../browser/person";
import { openReviewDesk, type ReviewDesk } from "../browser/review-desk";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { REPLICATE } from "../engines/fakes/protocols";
import { openBrowser } from "../support/browser";
import { png } from "../support/pictures";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";
import { arrives, command, enter, reach, whereItIs, write } from "./keyboard-person";

/**
 * A reviewer's day without a mouse: fifty cards are walked through and twenty decided, and a card whose retries are used up is led on through
 * every way there is. What the day begins with is made through the API; the job itself is keys.
 */

const PAINTING = { timeout: 150_000 };
const PATIENT = { timeout: 30_000 };
const CARDS = 50;
const DECIDED = 20;
const GOAL = "A calm ground with one line.";

let studio: RunningStudio;
let provider: FakeProvider;
let browser: Browser;
let desk: ReviewDesk;
let maker: Person;
let reviewer: Person;
const shoot = album("keyboard-review");
let place: { projectId: string; laneId: string };
let ownerId = "";
let pictures: readonly string[] = [];
/** A draft that was painted here: it has a recipe to run again. */
let painted = { id: "", recipe: {} as object };

beforeAll(async () => {
  [studio, browser, provider] = await Promise.all([startStudio(), openBrowser(), new FakeProvider(REPLICATE).start()]);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
  await provider?.stop();
});

const asked = <Answer>(method: string, path: string, data?: object) => desk.asked<Answer>(method, path, data);

async function paint(boardId: string): Promise<typeof painted> {
  type Prompt = { id: string; recipe: { text: string; controls: object; model: object }; variants: { id: string }[] };
  const board = () => asked<{ prompts: Prompt[] }>("GET", `/boards/${boardId}`);
  const sample = (await board()).prompts[0];
  const recipe = { ...sample?.recipe, controls: { ...sample?.recipe.controls, aspectRatio: "21:9", quality: "draft" }, count: 1 };
  const { id: promptId } = await asked<Prompt>("POST", `/boards/${boardId}/prompts`, { recipe });
  await asked("POST", "/runs", { promptId });
  const variant = async () => (await board()).prompts.find(({ id }) => id === promptId)?.variants[0]?.id;
  await expect.poll(variant, PAINTING).toBeDefined();
  return { id: (await variant()) ?? "", recipe };
}

interface Card {
  readonly status: string;
  readonly attempts: readonly { readonly viaFallback: boolean; readonly variant: object | null }[];
  readonly meter: { readonly waived: number };
  readonly splitInto: readonly object[];
}
const cardOf = (cardId: string) => asked<Card>("GET", `/cards/${cardId}`);

/** A card of which every retry is used up with the first return, and the reviewer at it. */
async function exhausted(title: string, fallbackPath: object): Promise<string> {
  const terms = { goal: GOAL, ownerId, retryLimit: 0, fallbackPath };
  const { cardId } = await asked<{ cardId: string }>("POST", "/cards", { ...place, title, terms });
  await asked("POST", `/cards/${cardId}/attempts`, { variantId: painted.id, note: "", seenAttempt: 0 });
  const { page } = reviewer;
  await page.goto(`/review/${cardId}`);
  await page.getByRole("button", { name: "Request changes" }).waitFor();
  await page.keyboard.press("r");
  await page.keyboard.type("The line is still not straight.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("No retry is left. How does it go on?").waitFor();
  return cardId;
}

const takeFallback = async (page: Page) => {
  await enter(page, page.getByRole("button", { name: "Take the fallback path" }));
  await page.getByText("The price is being asked.").waitFor({ state: "hidden" });
  await enter(page, page.getByRole("dialog").getByRole("button", { name: "Take it" }));
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};

describe("a reviewer's day by keyboard alone", { timeout: 400_000 }, () => {
  stopAtFirstFailure();

  it("finds two people, fifty pictures and a draft that was painted here", async () => {
    desk = await openReviewDesk(browser, studio, shoot);
    ({ maker, reviewer, ownerId } = desk);
    place = { projectId: desk.projectId, laneId: desk.laneId("exploration") };
    pictures = await Promise.all(Array.from({ length: CARDS }, (_, turn) => desk.upload(64 + turn, 48)));
    painted = await paint(desk.boardId);
  });

  it("passes through fifty cards and decides twenty of them; the keyboard is trapped nowhere", async () => {
    const terms = { goal: GOAL, ownerId, retryLimit: 1, fallbackPath: { kind: "stop", note: "" } };
    const sent = pictures.map((assetId) => ({ assetId }));
    await asked("POST", "/cards/submissions", { ...place, as: "cards", title: "Card", terms, pictures: sent });
    const { page } = reviewer;
    await command(page, "review", "Review");
    await page.waitForURL(/\/review/);
    await page.getByRole("link", { name: /Card 1\b/ }).waitFor();
    // All of them lie in one list, marked as new to whoever has not looked.
    expect(await page.locator("[data-card]").filter({ hasText: "New:" }).count()).toBe(CARDS);
    const visited = new Set<string>();
    for (let step = 0; step < CARDS; step += 1) {
      await page.keyboard.press("ArrowDown");
      visited.add(
        await page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.card ?? "") : "")),
      );
    }
    expect(visited.size).toBe(CARDS);
    await page.keyboard.press("Home");
    await enter(page, page.getByRole("link", { name: /Card 1\b/ }), "ArrowUp");
    const decisions = [approve, sendBack, reject];
    for (let turn = 0; turn < DECIDED; turn += 1) {
      await page.waitForURL(/\/review\/[0-9a-f-]{36}/);
      const here = page.url();
      await page.getByText("waits for a decision.").first().waitFor();
      await (decisions[turn % 3] ?? approve)(page, turn);
      // The list has let it go; an arrow leads to the next one that waits.
      await expect
        .poll(
          async () => {
            if (page.url() === here) await page.keyboard.press("ArrowDown");
            return page.url();
          },
          { ...PATIENT, interval: 500 },
        )
        .not.toBe(here);
    }
    const { items } = await asked<{ items: { status: string }[] }>("GET", "/cards?view=all&limit=100");
    const counted = (status: string) => items.filter((card) => card.status === status).length;
    expect([counted("approved"), counted("changes_requested"), counted("rejected"), counted("in_review")]).toEqual([
      7,
      7,
      6,
      CARDS - DECIDED,
    ]);
    await reviewer.look("after-twenty");
    await comesRound(page);
    expect(reviewer.errors).toEqual([]);
  });

  it("presents a playlist to everybody present, in an order that is changed meanwhile, and decides while it is seen", async () => {
    const { items } = await asked<{ items: { id: string; title: string; status: string }[] }>("GET", "/cards?view=all&limit=100");
    const cardIds = items.flatMap(({ id, status }) => (status === "in_review" ? [id] : [])).slice(0, 4);
    const { id } = await asked<{ id: string }>("POST", "/playlists", { name: "Monday", cardIds });
    const [{ page }, other] = [reviewer, maker.page];
    await Promise.all([page, other].map((each) => each.goto(`/review/dailies/${id}`)));
    await enter(page, page.getByRole("button", { name: "Present", exact: true }));
    await other.getByText("Rita Reviewer presents").waitFor();
    const shown = (who: Page) => who.getByRole("list", { name: "Playlist" }).locator("[aria-current]");
    // Quicker than the screen draws: every step is taken.
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    for (const who of [page, other]) await expect.poll(() => shown(who).getAttribute("aria-label"), PATIENT).toMatch(/^2: /);
    // The card goes to another place under the presenter's fingers; what everybody sees stays the same card.
    await reach(page, shown(page), "Shift+Tab");
    await page.keyboard.press("Shift+ArrowRight");
    for (const who of [page, other]) await expect.poll(() => shown(who).getAttribute("aria-label"), PATIENT).toMatch(/^3: /);
    await arrives(page, shown(page));
    await page.keyboard.press("a");
    for (const who of [page, other])
      await expect.poll(() => shown(who).getAttribute("aria-label"), PATIENT).toMatch(/^3: .*approved, presented now/);
    await enter(page, page.getByRole("button", { name: "End the session" }));
    for (const who of [page, other]) await who.getByText("The session is over: 1 decision, 3 cards wait for one.").waitFor();
    await reviewer.look("dailies");
  });

  it("leads on from used-up retries: another engine and another pattern make the attempt by themselves", async () => {
    const { id: libraryId } = (await asked<{ id: string }[]>("GET", "/libraries"))[0] ?? { id: "" };
    await asked("POST", "/variants/choices", { choices: [{ variantId: painted.id, flag: "pick" }] });
    const { references: _references, ...template } = { references: [], ...painted.recipe };
    const version = { template: { ...template, variables: [] }, references: [], note: "" };
    const pattern = await asked<{ id: string }>("POST", "/patterns", { libraryId, variantId: painted.id, name: "Calm", version });
    // Another engine than the one that made what was sent back: a provider on this machine, connected by its own key.
    await asked("PUT", "/engines/replicate", { apiKey: FAKE_KEY, baseUrl: provider.url });
    for (const { accepts } of REPLICATE_WIRE.models)
      await asked("PUT", "/engines/replicate/prices", { modelId: accepts.modelId, micros: "9000" });
    const paths = [
      { kind: "engine", engineId: "replicate", note: "" },
      { kind: "pattern", patternId: pattern.id, note: "" },
    ];
    for (const path of paths) {
      const cardId = await exhausted(`Then ${path.kind}`, path);
      await takeFallback(reviewer.page);
      await expect.poll(async () => (await cardOf(cardId)).status, PAINTING).toBe("in_review");
      expect((await cardOf(cardId)).attempts).toMatchObject([{ viaFallback: false }, { viaFallback: true, variant: {} }]);
      await enter(reviewer.page, reviewer.page.getByRole("button", { name: "Show attempt 2" }));
      await reviewer.page.keyboard.press("a");
      await expect.poll(async () => (await cardOf(cardId)).status, PATIENT).toBe("approved");
    }
  });

  it("leads on by a picture from the library, by hand with an upload, and to an end", async () => {
    const { page } = reviewer;
    const library = await exhausted("Then a picture we have", { kind: "library-asset", assetId: pictures[1], note: "" });
    await takeFallback(page);
    await page
      .getByText(/Attempt 2 .* waits for a decision/)
      .first()
      .waitFor();
    expect((await cardOf(library)).attempts).toHaveLength(2);

    const byHand = await exhausted("Then by hand", { kind: "manual", memberId: null, note: "" });
    await takeFallback(page);
    await expect.poll(async () => (await cardOf(byHand)).status, PATIENT).toBe("changes_requested");
    await maker.page.goto(`/review/${byHand}`);
    await enter(maker.page, maker.page.getByRole("button", { name: "Submit a file" }).last());
    const opened = maker.page.waitForEvent("filechooser");
    await enter(maker.page, maker.page.getByRole("dialog").getByRole("button", { name: "Upload a file" }));
    const picker = await opened;
    await picker.setFiles({ name: "by hand.png", mimeType: "image/png", buffer: await png(200, 90) });
    const submit = maker.page.getByRole("dialog").getByRole("button", { name: "Submit as attempt 2" });
    await expect
      .poll(
        async () => {
          const { attempts } = await cardOf(byHand);
          if (attempts.length === 1 && (await submit.isEnabled())) await enter(maker.page, submit);
          return attempts.length;
        },
        { ...PATIENT, interval: 1_000 },
      )
      .toBe(2);
    expect((await cardOf(byHand)).attempts[1]).toMatchObject({ viaFallback: true, variant: null });

    const end = await exhausted("Then an end", { kind: "stop", note: "" });
    await takeFallback(page);
    await expect.poll(async () => (await cardOf(end)).status, PATIENT).toBe("stopped");
  });

  it("waives one more retry, splits, and stops, each with its words", async () => {
    const { page } = maker;
    const waived = await exhausted("Once more", { kind: "stop", note: "" });
    await page.goto(`/review/${waived}`);
    await enter(page, page.getByRole("button", { name: "Waive one more retry" }));
    await write(page, page.getByRole("dialog").getByLabel("Why is one more try worth it?"), "The client asked for it.");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await cardOf(waived)).meter.waived, PATIENT).toBe(1);
    expect((await cardOf(waived)).status).toBe("changes_requested");

    const split = await exhausted("Too much at once", { kind: "stop", note: "" });
    await enter(reviewer.page, reviewer.page.getByRole("button", { name: "Split the card" }));
    const dialog = reviewer.page.getByRole("dialog");
    await write(reviewer.page, dialog.getByLabel("Why is it too much for one card?"), "Two pictures in one.");
    await write(reviewer.page, dialog.getByLabel("Title of card 1"), "The ground");
    await write(reviewer.page, dialog.getByLabel("Title of card 2"), "The line");
    await enter(reviewer.page, dialog.getByRole("button", { name: "Split into 2 cards" }));
    await expect.poll(async () => (await cardOf(split)).status, PATIENT).toBe("split");
    expect((await cardOf(split)).splitInto).toHaveLength(2);

    const stopped = await exhausted("Given up", { kind: "manual", memberId: null, note: "" });
    await enter(reviewer.page, reviewer.page.getByRole("button", { name: "Stop", exact: true }));
    await write(reviewer.page, reviewer.page.getByRole("dialog").getByLabel("Why is it stopped?"), "The campaign ended.");
    await reviewer.page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await cardOf(stopped)).status, PATIENT).toBe("stopped");
    await reviewer.look("stopped");
    expect([maker, reviewer].flatMap((person) => person.errors)).toEqual([]);
  });
});

async function approve(page: Page): Promise<void> {
  await page.keyboard.press("a");
  await page.getByText("Approved").first().waitFor();
}

async function sendBack(page: Page, turn: number): Promise<void> {
  await page.keyboard.press("r");
  await page.keyboard.type(`Straighten line ${turn}.`);
  await page.keyboard.press("Control+Enter");
  await page.getByText("Changes requested").first().waitFor();
}

async function reject(page: Page): Promise<void> {
  await page.keyboard.press("x");
  const dialog = page.getByRole("dialog");
  await reach(page, dialog.getByLabel("Why is it not wanted?"));
  await page.keyboard.type("Not this one.");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Rejected").first().waitFor();
}

/** Tab leads through the whole page and back to where it began: nothing holds the keyboard. */
async function comesRound(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  const first = await page.evaluateHandle(() => document.activeElement);
  for (let stop = 1; stop < 250; stop += 1) {
    await page.keyboard.press("Tab");
    if (stop > 10 && (await first.evaluate((element) => element === document.activeElement))) return;
  }
  throw new Error(`Tab does not lead round; it is now on ${await whereItIs(page)}`);
}
