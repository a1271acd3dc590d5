import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { ROLES, type Role } from "@/lib/domain/access/policy";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { createProject } from "@/lib/services/project/create-project";
import { writePrompt } from "@/lib/services/prompt/write-prompt";
import { recipe } from "./recipes";

/** A workspace of a suite's own with somebody in every role, and a project with one board. */
export interface Studio {
  readonly workspaceId: string;
  readonly people: Readonly<Record<Role, PersonActor>>;
  readonly projectId: string;
  readonly boardId: string;
  /** A prompt on the board that has not run. */
  prompt(change?: Partial<Recipe>): Promise<string>;
}

export async function openStudio(options: { hardBudgetMicros?: bigint } = {}): Promise<Studio> {
  const name = randomUUID();
  const workspace = await db().workspace.create({ data: { name, slug: name } });
  const actors = await Promise.all(ROLES.map(async (role) => [role, await personIn(workspace.id, role)] as const));
  const people = Object.fromEntries(actors) as Record<Role, PersonActor>;
  const project = await createProject(people.lead, { name: "A project", hardBudgetMicros: options.hardBudgetMicros?.toString() ?? null });
  const boardId = project.boards[0]?.id ?? "";
  return {
    workspaceId: workspace.id,
    people,
    projectId: project.id,
    boardId,
    prompt: async (change = {}) => (await writePrompt(people.operator, { boardId, recipe: recipe(change) })).id,
  };
}

/** One more person in a workspace. */
export async function personIn(workspaceId: string, role: Role): Promise<PersonActor> {
  const name = randomUUID();
  const user = await db().user.create({ data: { name, email: `${name}@example.com` } });
  const member = await db().member.create({ data: { workspaceId, userId: user.id, displayName: `${role} ${name.slice(0, 4)}`, role } });
  return { kind: "member", workspaceId, memberId: member.id, userId: user.id, role };
}
