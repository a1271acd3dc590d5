import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createLibrary } from "@/lib/services/library/create-library";
import { listLibraries } from "@/lib/services/library/list-libraries";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { promote } from "@/lib/services/pattern/promote";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { usePattern as writeFromPattern } from "@/lib/services/pattern/use-pattern";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { freshDatabase } from "../../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../../support/factory";
import { aVersion } from "../../support/patterns";

let studio: ReviewStudio;
let libraryId: string;
beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  libraryId = (await createLibrary(studio.people.lead, { name: "House styles" })).id;
});

const draft = (text?: string) => aVersion({ text: text ?? "a {subject} at dusk, gouache" });

async function promoted(name: string) {
  const variant = await aVariant(studio);
  await chooseVariants(studio.people.operator, { choices: [{ variantId: variant.id, flag: "pick" }] });
  return promote(studio.people.operator, { libraryId, variantId: variant.id, name, version: draft() });
}

describe("a pattern", () => {
  it("begins with what was picked: an unpicked variant is not promoted", async () => {
    const variant = await aVariant(studio);
    const act = { libraryId, variantId: variant.id, name: "Too early", version: draft() };
    await expect(promote(studio.people.operator, act)).rejects.toMatchObject({ code: "REFUSED" });
    const pattern = await promoted("Boat in weather");
    expect(pattern).toMatchObject({ slug: "boat-in-weather", labels: { candidate: 1 }, versions: [{ number: 1 }] });
    expect((await listLibraries(studio.people.reviewer, {}))[0]?.patterns.map(({ slug }) => slug)).toContain("boat-in-weather");
  });

  it("read out of several pictures begins with picks only, and records all of them", async () => {
    const [one, other] = [await aVariant(studio), await aVariant(studio)];
    const { operator } = studio.people;
    const act = { libraryId, variantId: one.id, otherVariantIds: [other.id], name: "Of two", version: draft() };
    await chooseVariants(operator, { choices: [{ variantId: one.id, flag: "pick" }] });
    await expect(promote(operator, act)).rejects.toMatchObject({ code: "REFUSED" });
    await chooseVariants(operator, { choices: [{ variantId: other.id, flag: "pick" }] });
    const { id } = await promote(operator, act);
    const [trace] = await db().auditEvent.findMany({ where: { subjectId: id, subjectKind: "pattern" } });
    expect(trace?.details).toMatchObject({ variantIds: `${one.id} ${other.id}` });
  });

  it("made twenty times at once under one name has twenty addresses", async () => {
    const patterns = await Promise.all(Array.from({ length: 20 }, () => promoted("Same name")));
    expect(new Set(patterns.map(({ slug }) => slug)).size).toBe(20);
  });

  it("saved by two people at once keeps one version and tells the other", async () => {
    const { id, slug } = await promoted("Two hands");
    const results = await Promise.allSettled(
      [studio.people.operator, studio.people.lead].map((person) =>
        saveVersion(person, { patternId: id, basedOn: 1, version: { ...draft("one {subject}"), note: "One of them." } }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getPattern(studio.people.operator, { slug })).toMatchObject({
      labels: { candidate: 2 },
      versions: [{ number: 2 }, { number: 1 }],
    });
  });

  it("has versions that never change, whatever writes them", async () => {
    const { versions } = await promoted("Carved");
    await expect(db().patternVersion.update({ where: { id: versions[0]?.id ?? "" }, data: { note: "sneaked in" } })).rejects.toThrow(
      "PatternVersion rows are written once",
    );
  });

  it("is used with values; the prompt remembers version and values, and missing or unknown ones are named", async () => {
    const { operator } = studio.people;
    const { versions, slug } = await promoted("In use");
    const versionId = versions[0]?.id ?? "";
    const use = (values: Record<string, string>) => writeFromPattern(operator, { versionId, boardId: studio.boardId, values });
    await expect(use({})).rejects.toMatchObject({ code: "BAD_INPUT", message: "Give a value for {subject}." });
    await expect(use({ subject: "fox", weather: "rain" })).rejects.toMatchObject({ message: "This pattern has no {weather}." });
    const prompt = await use({ subject: "white {subject}" });
    expect(prompt.recipe.text).toBe("a white {subject} at dusk, gouache");
    expect(prompt.pattern).toMatchObject({ versionId, number: 1, values: { subject: "white {subject}" } });
    expect((await getPattern(operator, { slug })).usedBy.map(({ promptId }) => promptId)).toEqual([prompt.id]);
  });
});
