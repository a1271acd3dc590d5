import { v7 as newId } from "uuid";
import { db } from "@/lib/db/client";
import { STARTING_BUDGET_MICROS } from "@/lib/domain/project/starting-budget";
import type { CardTemplate } from "@/lib/domain/review/template";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";

const { capabilities, engineId } = SKETCH_MODEL;

const SEATS = [
  { role: "admin", displayName: "Admin" },
  { role: "lead", displayName: "Lead" },
  { role: "reviewer", displayName: "Reviewer" },
  { role: "operator", displayName: "Operator" },
] as const;

const FIRST_PROMPTS = [
  { text: "a lone sailboat on a calm sea at sunset, watercolour", aspectRatio: "3:2" },
  { text: "amber glass perfume bottle on a podium, studio product shot, gouache", aspectRatio: "4:5" },
  { text: "three foxes in a misty pine forest at dawn, gouache", aspectRatio: "3:2" },
] as const;

/**
 * A workspace to begin with: a seat for each role (nobody sits in them yet; the admin takes theirs at set-up and hands
 * the others out as invitation links), two lanes, a style library, and a project whose board waits with three prompts.
 * Does nothing when a workspace exists.
 */
export async function createSample(): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sample workspace', 0))`;
    if ((await tx.workspace.count()) > 0) return;
    const workspace = await tx.workspace.create({ data: { name: "Sample workspace", slug: "sample" } });
    const workspaceId = workspace.id;
    const seats = await tx.member.createManyAndReturn({ data: SEATS.map((seat) => ({ workspaceId, ...seat })) });
    const seatOf = (role: (typeof SEATS)[number]["role"]) => seats.find((seat) => seat.role === role)?.id ?? "";
    const template: CardTemplate = {
      id: newId(),
      name: "Standard",
      goal: "",
      acceptableDefects: [{ kind: "composition", maxSeverity: "minor", note: "Cropping is adjusted in layout.", exampleAssetId: null }],
      owner: { kind: "person", memberId: seatOf("reviewer") },
      retryLimit: 2,
      fallbackPath: { kind: "manual", memberId: null, note: "Finish the best attempt by hand." },
      stages: [],
      due: null,
      requiredChecks: [],
    };
    await tx.lane.createMany({
      data: [
        {
          workspaceId,
          kind: "exploration",
          name: "Exploration",
          allowedEngines: [],
          cardTemplates: [{ ...template, id: newId(), retryLimit: 5 }],
        },
        { workspaceId, kind: "production", name: "Production", allowedEngines: [engineId], cardTemplates: [template] },
      ],
    });
    await tx.styleLibrary.create({
      data: { workspaceId, name: "House styles", slug: "house-styles", description: "What holds: patterns worth using again." },
    });
    const project = await tx.project.create({
      data: {
        workspaceId,
        createdById: seatOf("lead"),
        name: "First light",
        brief: "Find one look for the autumn campaign: calm, hand-made, warm. One key visual and one product shot.",
        hardBudgetMicros: STARTING_BUDGET_MICROS,
      },
    });
    const board = await tx.board.create({ data: { workspaceId, projectId: project.id, name: "Exploration" } });
    for (const { text, aspectRatio } of FIRST_PROMPTS)
      await tx.prompt.create({
        data: {
          workspaceId,
          boardId: board.id,
          createdById: seatOf("lead"),
          text,
          engineId,
          modelId: capabilities.modelId,
          modelRevision: capabilities.revision,
          controls: { aspectRatio, quality: "draft" },
          seeds: { mode: "random" },
          count: 4,
        },
      });
    await tx.auditEvent.create({
      data: { workspaceId, actorKind: "system", verb: "workspace.create-sample", subjectKind: "workspace", subjectId: workspaceId },
    });
  });
}
