import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { OVERRIDABLE, OverrideReason, OverrideValue } from "@/lib/domain/engine/override";
import { AppError } from "@/lib/domain/errors";
import { builtInModels, systems } from "@/lib/engines/catalogue";
import { write } from "../write";

const EntryId = z.string().max(120);
const On = z
  .string()
  .max(60)
  .nullable()
  .default(null)
  .meta({ description: "The engine on whose routes it holds; null: on every route to the system." });

/**
 * A lead says what holds in this workspace in place of the catalogue's fact, and why. It counts wherever the fact does: in
 * the choice of engines, before a run, again in the worker, and when something is published.
 */
export const overrideFact = write({
  verb: "engine.override-fact",
  permission: "engine.price",
  input: z.strictObject({
    entryId: EntryId,
    engineId: On,
    said: OverrideValue,
    why: OverrideReason,
  }),
  output: z.strictObject({ entryId: z.string() }),
  async run({ tx, actor, now }, { entryId, engineId, said, why }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const entry = systems().find(({ id }) => id === entryId);
    if (!entry) throw new AppError("NOT_FOUND", "This engine is not in the catalogue.");
    const isOurs = builtInModels().some((model) => entry.routes.some(({ engineId }) => engineId === model.engineId));
    if (said.fact === "hidden" && isOurs)
      throw new AppError("REFUSED", `${entry.name} is part of this studio and cannot be hidden. Leave it out of a lane instead.`);
    if (engineId !== null && said.fact === "hidden")
      throw new AppError("BAD_INPUT", "A system is hidden on every route. Leave the engine out of a lane to keep one route closed.");
    if (engineId !== null && !entry.routes.some((route) => route.engineId === engineId))
      throw new AppError("NOT_FOUND", `No route leads to ${entry.name} through this engine.`);
    const place = { workspaceId, entryId, fact: said.fact, engineId: engineId ?? "" };
    const where = { workspaceId_entryId_fact_engineId: place };
    const before = await tx.factOverride.findUnique({ where });
    const value: Prisma.InputJsonValue = said.value;
    const entered = { value, why, setById: memberId, setAt: now };
    await tx.factOverride.upsert({ where, create: { ...place, ...entered }, update: entered });
    return {
      result: { entryId },
      audit: [
        {
          subjectKind: "system",
          subjectId: workspaceId,
          details: {
            entryId,
            fact: said.fact,
            engineId,
            before: before ? JSON.stringify(before.value) : null,
            after: JSON.stringify(said.value),
            why,
          },
        },
      ],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "fact" }],
    };
  },
});

/** Goes back to the catalogue's fact. */
export const resetFact = write({
  verb: "engine.reset-fact",
  permission: "engine.price",
  input: z.strictObject({ entryId: EntryId, fact: z.enum(OVERRIDABLE), engineId: On }),
  output: z.strictObject({ entryId: z.string() }),
  async run({ tx, actor, now }, { entryId, fact, engineId }) {
    const { workspaceId } = requireSignedIn(actor);
    const where = { workspaceId_entryId_fact_engineId: { workspaceId, entryId, fact, engineId: engineId ?? "" } };
    const before = await tx.factOverride.findUnique({ where });
    if (!before) return { result: { entryId }, unchanged: true };
    await tx.factOverride.delete({ where });
    return {
      result: { entryId },
      audit: [
        {
          subjectKind: "system",
          subjectId: workspaceId,
          details: { entryId, fact, engineId, before: JSON.stringify(before.value), after: null },
        },
      ],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "fact" }],
    };
  },
});
