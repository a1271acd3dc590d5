import { beforeAll, describe, expect, it } from "vitest";
import { STARTING_BUDGET_MICROS } from "@/lib/domain/project/starting-budget";
import { createProject } from "@/lib/services/project/create-project";
import { freshDatabase } from "../../support/database";
import { openStudio, type Studio } from "../../support/studio";

let studio: Studio;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
});

const starting = STARTING_BUDGET_MICROS.toString();
const more = (STARTING_BUDGET_MICROS + 1n).toString();

describe("a new project's budget", () => {
  it("is the starting budget when nobody says otherwise", async () => {
    for (const role of ["operator", "lead"] as const)
      expect((await createProject(studio.people[role], { name: "Left out" })).budget.hardMicros).toBe(starting);
  });

  it("is never more than that by an operator, nor without a cap", async () => {
    for (const hardBudgetMicros of [more, null])
      await expect(createProject(studio.people.operator, { name: "Too much", hardBudgetMicros })).rejects.toMatchObject({
        code: "FORBIDDEN",
        message: expect.stringMatching(/at most \$10\.00\. Only a lead or an admin can set the budget/),
      });
    expect((await createProject(studio.people.operator, { name: "Less", hardBudgetMicros: "1" })).budget.hardMicros).toBe("1");
  });

  it("is what a lead wants", async () => {
    for (const hardBudgetMicros of [more, null])
      expect((await createProject(studio.people.lead, { name: "As I say", hardBudgetMicros })).budget.hardMicros).toBe(hardBudgetMicros);
  });
});
