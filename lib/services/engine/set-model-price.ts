import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { OverrideReason } from "@/lib/domain/engine/override";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { connectableEngines, liveModel } from "@/lib/engines/catalogue";
import { write } from "../write";

/** The dearest price a model may be given: $1,000. */
const MOST_MICROS = 1_000_000_000n;

/** A lead says what a model costs: a provider's prices differ by contract, and some are not public. Null goes back to the catalogue's. */
export const setModelPrice = write({
  verb: "engine.set-price",
  permission: "engine.price",
  input: z.strictObject({
    engineId: z.string().max(60),
    modelId: z.string().max(120),
    micros: MicrosText.nullable().meta({ description: "Micro-dollars for one output, one second of a video or one minute of a session." }),
    why: OverrideReason.optional().meta({ description: "Why it is so: a contract, an invoice. Needed with a price." }),
  }),
  output: z.strictObject({ engineId: z.string(), modelId: z.string() }),
  async run({ tx, actor, now }, { engineId, modelId, micros, why }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const engine = connectableEngines().find((candidate) => candidate.engineId === engineId);
    const isThere = engine?.models.some(({ accepts }) => accepts.modelId === modelId) || liveModel(engineId, modelId) !== undefined;
    if (!isThere) throw new AppError("NOT_FOUND", "This model does not exist.");
    if (micros !== null && BigInt(micros) > MOST_MICROS) throw new AppError("BAD_INPUT", "A price is at most $1,000.");
    if (micros !== null && why === undefined) throw new AppError("BAD_INPUT", "Say why: others will ask.");
    const place = { workspaceId, engineId, modelId };
    const before = await tx.modelPrice.findUnique({ where: { workspaceId_engineId_modelId: place } });
    if (micros === null) await tx.modelPrice.deleteMany({ where: place });
    else {
      const entered = { micros: BigInt(micros), why: why ?? null, setById: memberId, setAt: now };
      await tx.modelPrice.upsert({ where: { workspaceId_engineId_modelId: place }, create: { ...place, ...entered }, update: entered });
    }
    return {
      result: { engineId, modelId },
      audit: [
        {
          subjectKind: "model",
          subjectId: workspaceId,
          details: { engineId, modelId, before: before?.micros.toString() ?? null, after: micros, why: why ?? null },
        },
      ],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "priced" }],
    };
  },
});
