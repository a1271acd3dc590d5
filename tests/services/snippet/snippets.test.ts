import { beforeAll, expect, it } from "vitest";
import { archivePrompt } from "@/lib/services/prompt/archive-prompt";
import { listHistory } from "@/lib/services/prompt/list-history";
import { archiveSnippet } from "@/lib/services/snippet/archive-snippet";
import { listSnippets } from "@/lib/services/snippet/list-snippets";
import { saveSnippet } from "@/lib/services/snippet/save-snippet";
import { freshDatabase } from "../../support/database";
import { openStudio } from "../../support/studio";

beforeAll(freshDatabase);

it("snippets belong to the workspace: one a name, put away and brought back, and nobody else's", async () => {
  const { people } = await openStudio();
  const other = await openStudio();
  const save = (text: string) => saveSnippet(people.operator, { name: "Golden-Hour", text });
  await Promise.all([save("at golden hour"), save("at golden hour, long shadows")]);
  const [snippet] = await listSnippets(people.reviewer, {});
  expect(snippet).toMatchObject({ name: "golden-hour", text: expect.stringContaining("at golden hour") });
  const archive = (archived: boolean) => archiveSnippet(people.lead, { snippetId: snippet?.id ?? "", archived });
  await archive(true);
  expect(await listSnippets(people.operator, {})).toEqual([]);
  await archive(false);
  expect(await listSnippets(people.operator, {})).toHaveLength(1);
  expect(await listSnippets(other.people.operator, {})).toEqual([]);
  await expect(archiveSnippet(other.people.lead, { snippetId: snippet?.id ?? "", archived: true })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(saveSnippet(people.operator, { name: "two words", text: "x" })).rejects.toMatchObject({ code: "BAD_INPUT" });
});

it("what somebody wrote is found again, each text once, even when its prompt was archived; nobody finds another's", async () => {
  const studio = await openStudio();
  const { operator, lead } = studio.people;
  const first = await studio.prompt({ text: "a 100% red boat" });
  await studio.prompt({ text: "a fox" });
  await studio.prompt({ text: "a 100% red boat" });
  await archivePrompt(operator, { promptId: first, archived: true });
  const texts = async (query?: string) => (await listHistory(operator, query === undefined ? {} : { query })).map(({ text }) => text);
  expect(await texts()).toEqual(["a 100% red boat", "a fox"]);
  expect(await texts("0% R")).toEqual(["a 100% red boat"]);
  expect(await texts("_")).toEqual([]);
  expect(await listHistory(lead, {})).toEqual([]);
});
