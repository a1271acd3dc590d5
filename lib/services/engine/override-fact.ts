import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { OVERRIDABLE, OverrideValue } from "@/lib/domain/engine/override";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { builtInModels, systems } from "@/lib/engines/catalogue";
import { write } from "../write";

const EntryId = z.string().max(120);

/**
 * A lead says what holds in this workspace in place of the catalogue's fact, and why. It counts wherever the fact does: in
 * the choice of engines, before a run, again in the worker, and when something is published.
 */
export const overrideFact = write({
  verb: "engine.override-fact",
  permission: "engine.price",
  input: z.strictObject({
    entryId: EntryId,
    said: OverrideValue,
    why: PlainText.trim().min(1, "Say why: others will ask.").max(280),
  }),
  output: z.strictObject({ entryId: z.string() }),
  async run({ tx, actor, now }, { entryId, said, why }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const entry = systems().find(({ id }) => id === entryId);
    if (!entry) throw new AppError("NOT_FOUND", "This engine is not in the catalogue.");
    const isOurs = builtInModels().some((model) => entry.routes.some(({ engineId }) => engineId === model.engineId));
    if (said.fact === "hidden" && isOurs)
      throw new AppError("REFUSED", `${entry.name} is part of this studio and cannot be hidden. Leave it out of a lane instead.`);
    const place = { workspaceId, entryId, fact: said.fact };
    const before = await tx.factOverride.findUnique({ where: { workspaceId_entryId_fact: place } });
    const value: Prisma.InputJsonValue = said.value;
    const entered = { value, why, setById: memberId, setAt: now };
    await tx.factOverride.upsert({ where: { workspaceId_entryId_fact: place }, create: { ...place, ...entered }, update: entered });
    return {
      result: { entryId },
      audit: [
        {
          subjectKind: "system",
          subjectId: workspaceId,
          details: {
            entryId,
            fact: said.fact,
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
  input: z.strictObject({ entryId: EntryId, fact: z.enum(OVERRIDABLE) }),
  output: z.strictObject({ entryId: z.string() }),
  async run({ tx, actor, now }, { entryId, fact }) {
    const { workspaceId } = requireSignedIn(actor);
    const place = { workspaceId, entryId, fact };
    const before = await tx.factOverride.findUnique({ where: { workspaceId_entryId_fact: place } });
    if (!before) return { result: { entryId }, unchanged: true };
    await tx.factOverride.delete({ where: { workspaceId_entryId_fact: place } });
    return {
      result: { entryId },
      audit: [
        { subjectKind: "system", subjectId: workspaceId, details: { entryId, fact, before: JSON.stringify(before.value), after: null } },
      ],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "fact" }],
    };
  },
});
