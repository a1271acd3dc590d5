import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersOn, stillness } from "../browser/axe";
import { album, invitationBy, type Person, personAt, signUp, variantOf } from "../browser/person";
import { openBrowser } from "../support/browser";
import { type RunningStudio, startStudio } from "../support/running-studio";
import { stopAtFirstFailure } from "../support/sequence";

/**
 * The lead's job in Chromium: three picks become a pattern, which is repaired, tried, judged by keyboard, signed by somebody else, called
 * from a program by its label, and rolled back.
 */

const PAINTING_MS = 90_000;
/** One family of prompts: what they show differs, and once the hour. */
const FAMILY = [
  "a red sailboat on a stormy sea at dusk, gouache",
  "a red fox on a stormy sea at dawn, gouache",
  "a red bottle on a stormy sea at dusk, gouache",
];

let studio: RunningStudio;
let browser: Browser;
let admin: Person;
let lead: Person;
const shoot = album("library");
/** Where the job begins, the pattern that is tried, and its trial. */
let project: Project;
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

/** What another program does, by somebody's own session or with a key. */
async function asked<Answer>({ page }: Person, method: string, path: string, data?: object, key?: string): Promise<Answer> {
  const headers = { origin: studio.origin, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
  const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data === undefined ? {} : { data }) });
  expect([path, answer.status()]).toEqual([path, 200]);
  return (await answer.json()) as Answer;
}

type Project = { readonly id: string; readonly boards: readonly { readonly id: string }[] };

/** What came before this job: a board with a small picture of each prompt. */
async function paint(person: Person, texts: readonly string[]): Promise<Project> {
  const { items } = await asked<{ items: Project[] }>(person, "GET", "/projects");
  const project = items[0];
  const boardId = project?.boards[0]?.id ?? "";
  if (!project) throw new Error("A fresh studio has a project.");
  const { prompts } = await asked<{ prompts: { recipe: { controls: object } }[] }>(person, "GET", `/boards/${boardId}`);
  const sample = prompts[0]?.recipe;
  for (const text of texts) {
    const recipe = { ...sample, text, count: 1, controls: { ...sample?.controls, aspectRatio: "21:9", quality: "draft" } };
    const { id: promptId } = await asked<{ id: string }>(person, "POST", `/boards/${boardId}/prompts`, { recipe });
    await asked(person, "POST", "/runs", { promptId });
  }
  return project;
}

/** A second version, written by the lead, tried on one picture – as little as the lane asks by then – and signed by the admin. */
async function signNext(slug: string): Promise<void> {
  type Version = { id: string; template: { text: string }; references: object[] };
  const pattern = await asked<{ id: string; versions: Version[] }>(lead, "GET", `/patterns/${slug}`);
  const first = pattern.versions[0];
  const version = { template: { ...first?.template, text: "a {subject} on a calm sea at dusk, gouache" }, references: [], note: "Calmer" };
  const saved = await asked<typeof pattern>(lead, "POST", `/patterns/${pattern.id}/versions`, { basedOn: 1, version });
  const versionId = saved.versions[0]?.id ?? "";
  const lanes = await asked<{ id: string; kind: string; version: number }[]>(lead, "GET", "/lanes");
  for (const { id, version } of lanes.filter(({ kind }) => kind === "production"))
    await asked(lead, "PATCH", `/lanes/${id}`, { version, change: { evidenceRule: { minCells: 1, lowerBound: 0.2 } } });
  const contents = { subjects: [{ name: "Boat", values: { subject: "red boat" } }], seeds: [1] };
  const trial = await asked<{ id: string }>(lead, "POST", `/projects/${project.id}/trials`, { versionId, contents });
  const painted = async () => (await asked<{ count: { succeeded: number } }>(lead, "GET", `/trials/${trial.id}`)).count.succeeded;
  await expect.poll(painted, { timeout: PAINTING_MS }).toBe(1);
  await asked(lead, "PUT", `/trials/${trial.id}/cells/0/judgement`, { judgement: { verdict: "pass" } });
  const move = { versionId, reason: "Calmer seas sell better.", version: 1 };
  await asked(admin, "PUT", `/patterns/${pattern.id}/labels/production`, move);
}

describe("the lead's job", () => {
  stopAtFirstFailure();

  it("begins with two leads and a board with three pictures", async () => {
    admin = await personAt(browser, studio.origin, shoot);
    lead = await personAt(browser, studio.origin, shoot);
    await admin.goTo(studio.link);
    await signUp(admin.page, "Ada Admin", "Set up the studio");
    await lead.goTo(await invitationBy(admin, "Lead"));
    await signUp(lead.page, "Lena Lead", "Join");
    project = await paint(lead, FAMILY);
  });

  it("promotes three picks: what they share is proposed, and repaired before it is kept", async () => {
    const { page } = lead;
    await lead.goTo(`/boards/${project.boards[0]?.id}`);
    const [first] = FAMILY.map((text) => variantOf(page, new RegExp(`^Prompt: ${text}`), 1));
    for (const text of FAMILY)
      await variantOf(page, new RegExp(`^Prompt: ${text}`), 1).waitFor({ state: "attached", timeout: PAINTING_MS });
    await first?.focus();
    for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "p"]) await page.keyboard.press(key);
    await expect.poll(() => page.getByRole("treeitem", { name: /^Variant 1, seed \d+, picked/ }).count()).toBe(3);
    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog", { name: "Promote to a pattern" });
    await dialog.getByRole("region", { name: "What they have in common" }).getByText("All 3 share").waitFor();
    await expect.poll(() => dialog.getByLabel("Prompt").inputValue()).toBe("a red {subject} on a stormy sea at {time}, gouache");
    // The hour was chance, and red is the subject's own business.
    await dialog.getByRole("button", { name: "Turn {time} back into words" }).click();
    await dialog.getByLabel("Prompt").fill("a {subject} on a stormy sea at dusk, gouache");
    await dialog.getByLabel("Name", { exact: true }).fill("Lighthouse holds");
    await lead.look("promote");
    await dialog.getByRole("button", { name: /^Promote/ }).click();
    await page.getByRole("button", { name: "Open pattern" }).click();
    await page.waitForURL(/\/library\/patterns\//);
    patternAddress = new URL(page.url()).pathname;
  });

  it("tries it on five subjects and four seeds, judged by keyboard", async () => {
    const { page } = lead;
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

  it("signs it for production as another lead only, and on enough evidence", async () => {
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
    await lead.goTo("/library?pass=70");
    await lead.page.getByRole("link", { name: /^Lighthouse holds.*100 % pass.*Production v1/ }).waitFor();
    await lead.look("found-by-pass-rate");
  });

  it("serves the label to a program, and the older version again once it is rolled back", async () => {
    const slug = patternAddress.split("/").at(-1) ?? "";
    const { secret } = await asked<{ secret: string }>(admin, "POST", "/keys", {
      name: "The shop",
      scopes: ["read", "run"],
      projectId: project.id,
    });
    const program = await personAt(browser, studio.origin, shoot);
    const call = async () => {
      type Started = { pattern: { number: number; label: string } };
      const { pattern } = await asked<Started>(
        program,
        "POST",
        `/patterns/${slug}@production/runs`,
        { variables: { subject: "red kite" } },
        secret,
      );
      return `${pattern.label} is v${pattern.number}`;
    };
    expect(await call()).toBe("production is v1");
    await signNext(slug);
    expect(await call()).toBe("production is v2");
    const { page } = admin;
    await page.goto(patternAddress);
    await page.getByRole("button", { name: "Roll back" }).first().click();
    const back = page.getByRole("dialog", { name: "Roll production back to v1" });
    await back.getByLabel("Why").fill("The client changed the light.");
    await back.getByRole("button", { name: "Roll back" }).click();
    await page.getByText("Rolled back to v1").first().waitFor();
    await admin.look("rolled-back");
    expect(await call()).toBe("production is v1");
    expect(program.errors).toEqual([]);
    await program.close();
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
