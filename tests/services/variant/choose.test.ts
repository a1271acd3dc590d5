import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { getVariants } from "@/lib/services/variant/get-variants";
import { freshDatabase } from "../../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../../support/factory";

let studio: ReviewStudio;
beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
});

const flagsOf = async (variantIds: string[]) =>
  (await getVariants(studio.people.operator, { variantIds })).map(({ flag, rating }) => [flag, rating]);

describe("choosing", () => {
  it("of many at once is undone to what each one was, not to a default", async () => {
    const { operator } = studio.people;
    const ids = (await Promise.all([aVariant(studio), aVariant(studio), aVariant(studio)])).map(({ id }) => id);
    const [first = "", second = "", third = ""] = ids;
    await chooseVariants(operator, {
      choices: [
        { variantId: first, flag: "pick", rating: 3 },
        { variantId: second, rating: 1 },
      ],
    });
    const { before } = await chooseVariants(operator, { choices: ids.map((variantId) => ({ variantId, flag: "reject" as const })) });
    expect(await flagsOf(ids)).toEqual([
      ["reject", 3],
      ["reject", 1],
      ["reject", 0],
    ]);
    await chooseVariants(operator, { choices: before });
    expect(await flagsOf([first, second, third])).toEqual([
      ["pick", 3],
      ["none", 1],
      ["none", 0],
    ]);
  });

  it("by many people at once loses no choice and never deadlocks", async () => {
    const { operator, reviewer, lead } = studio.people;
    const ids = (await Promise.all(Array.from({ length: 8 }, () => aVariant(studio)))).map(({ id }) => id);
    const shuffles = [ids, [...ids].reverse(), [...ids].sort()];
    await Promise.all(
      [operator, reviewer, lead].flatMap((person, at) =>
        [1, 2, 3].map((rating) => chooseVariants(person, { choices: (shuffles[at] ?? ids).map((variantId) => ({ variantId, rating })) })),
      ),
    );
    const versions = await db().variant.findMany({ where: { id: { in: ids } }, select: { version: true } });
    expect(versions.map(({ version }) => version)).toEqual(ids.map(() => 9));
  });

  it("of somebody else's variant finds nothing, and then chooses none", async () => {
    const other = await aStudio();
    const [mine, theirs] = await Promise.all([aVariant(studio), aVariant(other)]);
    const choices = [mine, theirs].map(({ id }) => ({ variantId: id, flag: "pick" as const }));
    await expect(chooseVariants(studio.people.operator, { choices })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await flagsOf([mine.id])).toEqual([["none", 0]]);
    expect(await getVariants(studio.people.operator, { variantIds: [theirs.id] })).toEqual([]);
  });
});
