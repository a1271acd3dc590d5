import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { album } from "../browser/person";
import { png } from "../support/pictures";
import { stopAtFirstFailure } from "../support/sequence";
import { choose, composer, type Exploring, isSomewhere, opened, press, startExploring } from "./exploring";
import { arrives, enter, reach, write } from "./keyboard-person";

/** Everything the composer has, the run tray and compare, without a mouse. */

const PAINTING = { timeout: 150_000 };
const BOAT = "a red sailboat on a calm sea, ink";

let exploring: Exploring;

beforeAll(async () => {
  exploring = await startExploring(album("keyboard-composer"));
}, 400_000);
afterAll(() => exploring?.stop());

describe("composing by keyboard alone", () => {
  stopAtFirstFailure();

  it("writes alternatives and variables, sees what they make and cost, negative words and seeds", async () => {
    const { page, maker } = exploring;
    await press(page, "w");
    await write(page, composer(page), "a [red|blue] {boat} on a calm sea, ink");
    const values = page.getByRole("textbox", { name: "Values of boat" });
    await write(page, values, "sailboat | rowing boat");
    await page.getByRole("button", { name: "Run 4" }).waitFor();
    const alternatives = page.getByRole("textbox", { name: "Alternatives 1" });
    await reach(page, alternatives, "Shift+Tab");
    await press(page, "End");
    await page.keyboard.type(" | green");
    await page.getByRole("button", { name: "Run 6" }).waitFor();
    expect(await composer(page).inputValue()).toBe("a [red|blue|green] {boat} on a calm sea, ink");
    await maker.look("alternatives");
    await reach(page, composer(page), "Shift+Tab");
    await write(page, composer(page), BOAT);
    await page.getByRole("button", { name: "Run", exact: true }).waitFor();
    await enter(page, page.getByRole("button", { name: /^Negative/ }));
    await reach(page, page.getByRole("textbox", { name: "Negative prompt" }), "Shift+Tab");
    await page.keyboard.type("fog");
    await enter(page, page.getByRole("button", { name: "Seeds are random. Lock them" }));
    await write(page, page.getByRole("textbox", { name: "Seeds, one a variant" }), "7, 42");
    await reach(page, composer(page), "Shift+Tab");
  });

  it("keeps a text as a snippet and puts it in again; a reload loses nothing", async () => {
    const { page } = exploring;
    await enter(page, page.getByRole("button", { name: "Earlier prompts and snippets" }));
    await enter(page, page.getByRole("button", { name: "Keep the prompt as a snippet" }));
    await write(page, page.getByRole("dialog", { name: "Keep as a snippet" }).getByLabel("Name"), "boat");
    await press(page, "Enter");
    await page.getByText("/boat", { exact: true }).waitFor();
    await isSomewhere(page);
    await press(page, "Escape");
    await reach(page, composer(page), "Shift+Tab");
    await press(page, "Control+a");
    await page.keyboard.type("/boa");
    await page.getByRole("option", { name: /\/boat/ }).waitFor();
    await press(page, "Enter");
    await expect.poll(() => composer(page).inputValue()).toBe(BOAT);
    await page.keyboard.type(" and gulls");
    await page.reload();
    await expect.poll(() => composer(page).inputValue()).toBe(`${BOAT} and gulls`);
    expect(await page.getByRole("textbox", { name: "Seeds, one a variant" }).inputValue()).toBe("7, 42");
  });

  it("adds a reference from the files, gives it a role and a weight, and crops it", async () => {
    const { page, maker, upload } = exploring;
    await upload("harbour.png", await png(400, 300));
    await press(page, "w");
    await arrives(page, composer(page));
    await enter(page, page.getByRole("button", { name: "Choose a reference from your files" }));
    await enter(page, page.getByRole("dialog").getByRole("button", { name: "harbour.png" }));
    await press(page, "Escape");
    const style = page.getByRole("button", { name: /^Reference: Style 60 %/ });
    await enter(page, style, "Shift+Tab");
    await choose(page, "Role", "Composition");
    await reach(page, page.getByRole("dialog").getByRole("slider", { name: "Weight" }));
    await press(page, "ArrowRight", "ArrowRight");
    await page.getByRole("dialog", { name: "Reference: Composition 70 %" }).waitFor();
    await enter(page, page.getByRole("button", { name: "Crop" }));
    const crop = page.getByRole("dialog", { name: "Crop the reference" });
    await reach(page, crop.getByRole("button", { name: /corner/i }).first());
    await press(page, "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown");
    await maker.look("crop");
    await enter(page, crop.getByRole("button", { name: "Use this part" }));
    await crop.waitFor({ state: "hidden" });
    await isSomewhere(page);
    await page.getByRole("button", { name: "Reference: Composition 70 %" }).waitFor();
  });

  it("paints a mask: brush, size, eraser, invert and undo", async () => {
    const { page, maker } = exploring;
    await reach(page, composer(page), "Shift+Tab");
    await choose(page, "Model", /^Sketch Edit/);
    await enter(page, page.getByRole("button", { name: /^Reference: Image/ }), "Shift+Tab");
    await opened(page.getByRole("dialog", { name: /^Reference: Image/ }));
    await enter(page, page.getByRole("button", { name: "Paint a mask" }));
    const dialog = page.getByRole("dialog", { name: "Paint a mask" });
    await reach(page, dialog.getByRole("group", { name: /^Picture to paint on/ }));
    const use = dialog.getByRole("button", { name: "Use this mask" });
    const canUse = () => use.getAttribute("aria-disabled");
    expect(await canUse()).toBe("true");
    await press(page, "]", "Space", "ArrowRight", "ArrowRight", "ArrowDown", "Space");
    await expect.poll(canUse).not.toBe("true");
    await press(page, "e", "Space", "ArrowLeft", "Space", "v");
    await press(page, "Control+z", "Control+z");
    await maker.look("mask");
    await press(page, "Control+z");
    await expect.poll(canUse).toBe("true");
    await press(page, "Control+Shift+z");
    await enter(page, use);
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: /^Reference: Mask 100 %/ }).waitFor();
    await isSomewhere(page);
  });

  it("runs with it, and cancels one run and all of them from the run tray", async () => {
    const { page, maker, asked, boardId } = exploring;
    await reach(page, composer(page), "Shift+Tab");
    await write(page, composer(page), "a night sky");
    await press(page, "Control+Enter");
    await page
      .getByRole("treeitem", { name: /^Variant 1, seed/ })
      .first()
      .waitFor({ state: "attached", ...PAINTING });
    type Prompt = { id: string; recipe: { controls: object } };
    const [first] = (await asked<{ prompts: Prompt[] }>("GET", `/boards/${boardId}`)).prompts;
    const recipe = { ...first?.recipe, text: "--slow=600 a pier", count: 1 };
    for (let run = 0; run < 3; run += 1) {
      const { id: promptId } = await asked<{ id: string }>("POST", `/boards/${boardId}/prompts`, { recipe });
      await asked("POST", "/runs", { promptId });
    }
    const tray = page.getByRole("button", { name: /3\s+running/ });
    await tray.waitFor();
    await press(page, "Escape");
    await enter(page, tray, "Shift+Tab");
    const runs = await opened(page.getByRole("dialog", { name: "Runs" }));
    await enter(page, runs.getByRole("button", { name: "Cancel this run" }));
    await page.getByRole("button", { name: /2\s+running/ }).waitFor(PAINTING);
    await isSomewhere(page);
    await maker.look("tray");
    await enter(page, runs.getByRole("button", { name: "Cancel all of yours…" }));
    await arrives(page, runs.getByRole("button", { name: "Cancel them" }));
    await press(page, "Enter");
    await page.getByRole("button", { name: "Runs", exact: true }).waitFor(PAINTING);
    await isSomewhere(page);
    await press(page, "Escape");
  });
});

describe("comparing by keyboard alone", () => {
  stopAtFirstFailure();

  it("goes through every mode, closer and further, channels and pixels, pins one and passes the others by", async () => {
    const { page, maker, upload } = exploring;
    const ids = await Promise.all([64, 80, 96].map(async (width) => upload(`picture ${width}.png`, await png(width * 4, 240))));
    await maker.goTo(`/compare?pictures=${ids.map((id) => `file:${id}`).join(",")}&from=/assets`);
    const list = page.getByRole("list", { name: "Compared pictures" });
    await list.getByRole("img").nth(2).waitFor();
    for (const [key, name] of [
      ["2", "Slider"],
      ["3", "Blink"],
      ["4", "Difference"],
      ["5", "Heat map of the difference"],
      ["1", "Side by side"],
    ] as const) {
      await press(page, key);
      await page.getByRole("button", { name, pressed: true }).waitFor();
      await maker.look(name.toLowerCase().replaceAll(" ", "-"));
    }
    await press(page, "=", "=", "Alt+Shift+ArrowRight", "Alt+ArrowLeft", "z", "f");
    await press(page, "l");
    await page.getByRole("button", { name: "Luminance", pressed: true }).waitFor();
    await press(page, "l", "k");
    await page.getByText("Pinned").waitFor();
    const current = () => list.locator('[aria-current="true"]').innerText();
    const before = await current();
    await press(page, "ArrowRight");
    await expect.poll(current).not.toBe(before);
    await press(page, "k");
  });

  it("saves the comparison and says something about it", async () => {
    const { page, maker } = exploring;
    await press(page, "Control+s");
    const dialog = page.getByRole("dialog", { name: "Save this comparison of 3" });
    await write(page, dialog.getByLabel("Name"), "Three widths");
    await press(page, "Enter");
    await page.waitForURL(/\/compare\/[0-9a-f-]{36}/);
    const comment = page.getByRole("textbox", { name: "Comment", exact: true });
    await reach(page, comment);
    await page.keyboard.type("The widest one.");
    await press(page, "Control+Enter");
    await page.getByRole("list", { name: "Comments" }).getByText("The widest one.").waitFor();
    await isSomewhere(page);
    await maker.look("commented");
    expect(maker.errors).toEqual([]);
  });
});
