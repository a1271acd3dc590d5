import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { openBrowser } from "../tests/support/browser";
import { startStudio } from "../tests/support/running-studio";

/**
 * `npm run screenshots`: starts a studio on an empty folder, does a morning's work in it, and leaves pictures of the
 * screens in `.screenshots/studio` – dark and light, at two window sizes – and the README's one in `docs/`.
 */
const FOLDER = ".screenshots/studio";
const README_PICTURE = "docs/board.webp";
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
] as const;

interface Prompt {
  readonly id: string;
  readonly recipe: { readonly text: string };
  readonly variants: readonly { readonly id: string }[];
  readonly runs: readonly { readonly status: string }[];
}

/** The studio's own API, as the signed-in browser may call it. */
async function call<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin: new URL(page.url()).origin },
    ...(body === undefined ? {} : { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function finished(page: Page, boardId: string): Promise<readonly Prompt[]> {
  while (true) {
    const { prompts } = await call<{ prompts: Prompt[] }>(page, "GET", `/boards/${boardId}`);
    if (prompts.flatMap((prompt) => prompt.runs).every((run) => ["succeeded", "failed", "refused", "cancelled"].includes(run.status)))
      return prompts;
    await page.waitForTimeout(1_000);
  }
}

const studio = await startStudio();
const browser = await openBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  const context = await browser.newContext({ viewport: SIZES[0], baseURL: studio.origin, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(studio.link);
  await page.getByLabel("Your name").fill("Ada Lindqvist");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("only for this picture");
  await page.getByRole("button", { name: "Set up the studio" }).click();
  await page.waitForURL(/\/projects/);

  const { items: projects } = await call<{ items: { id: string; boards: { id: string }[] }[] }>(page, "GET", "/projects");
  const boardId = projects[0]?.boards[0]?.id ?? "";
  const run = (promptId: string) => call(page, "POST", "/runs", { promptId });
  const branch = async (promptId: string, change: object, variant?: object) => {
    const child = await call<Prompt>(page, "POST", `/prompts/${promptId}/branches`, { change, ...(variant ? { variant } : {}) });
    await run(child.id);
    return child;
  };
  const [boat, bottle, foxes] = await finished(page, boardId);
  if (!boat || !bottle || !foxes) throw new Error("The sample board has lost its prompts.");
  for (const prompt of [boat, bottle, foxes]) await run(prompt.id);
  const first = await finished(page, boardId);
  const night = await branch(boat.id, { text: "a lone sailboat on a calm sea at night under the moon, watercolour" });
  await branch(boat.id, { text: "a lone sailboat on a calm sea at sunset, ink" });
  await branch(bottle.id, { text: "amber glass perfume bottle on a podium, studio product shot, watercolour" });
  const look = first.find((prompt) => prompt.id === foxes.id)?.variants[0];
  await branch(night.id, { text: "a lighthouse above a stormy sea at night, watercolour" });
  if (look) await branch(foxes.id, { text: "three foxes in a snowy forest at dusk, gouache" }, { variantId: look.id, use: "style" });
  const prompts = await finished(page, boardId);
  const picks = prompts.flatMap((prompt) => prompt.variants.slice(1, 2));
  const rejects = prompts.slice(0, 3).flatMap((prompt) => prompt.variants.slice(3, 4));
  await call(page, "POST", "/variants/choices", {
    choices: [
      ...picks.map(({ id }) => ({ variantId: id, flag: "pick", rating: 4 })),
      ...rejects.map(({ id }) => ({ variantId: id, flag: "reject" })),
    ],
  });

  const screens = [
    ["projects", "/projects"],
    ["board", `/boards/${boardId}?prompt=${night.id}`],
    [
      "compare",
      `/compare?pictures=${picks
        .slice(0, 4)
        .map(({ id }) => id)
        .join(",")}&from=/boards/${boardId}`,
    ],
    ["assets", "/assets"],
    ["library", "/library"],
    ["review", "/review"],
    ["members", "/settings/members"],
  ] as const;
  for (const theme of ["dark", "light"]) {
    await context.addCookies([{ name: "selects-theme", value: theme, url: studio.origin }]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const [name, path] of screens) {
        await page.goto(path);
        await page.getByRole("main").waitFor();
        await page.waitForLoadState("networkidle");
        const shot = await page.screenshot({ path: `${FOLDER}/${name}-${theme}-${size.width}.png` });
        if (name === "board" && theme === "dark" && size === SIZES[0]) await sharp(shot).webp({ quality: 82 }).toFile(README_PICTURE);
      }
    }
  }
  console.log(`Pictures of the studio are in ${FOLDER}, the README's is ${README_PICTURE}.`);
} finally {
  await browser.close();
  await studio.stop();
}
