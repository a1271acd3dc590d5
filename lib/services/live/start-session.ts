import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { refusalSentence } from "@/lib/domain/engine/admission";
import { AppError } from "@/lib/domain/errors";
import { quoteOfLength } from "@/lib/domain/live/money";
import { LiveMode, MAX_MINUTES } from "@/lib/domain/live/session";
import { LiveSessionView } from "@/lib/domain/live/view";
import { MicrosText } from "@/lib/domain/money/micros";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { placeAt } from "../engine/place";
import { personOf } from "../person";
import { holdBudget } from "../run/hold";
import { laneOfRun, laneRefusal } from "../run/lane-of-run";
import { write } from "../write";
import { livePrice } from "./live-price";
import { offersOf } from "./offers-of";
import { sessionEvent, sessionView, withStarter } from "./session-view";

/**
 * Holds the money of the longest the session may take and asks a worker to open it. The token it gets is waited for with
 * `live.join`; one that nobody takes in time is given up, and the hold released.
 */
export const startSession = write({
  verb: "live.start",
  permission: "run.start",
  input: z.strictObject({
    projectId: Id,
    engineId: z.string().max(60),
    modelId: z.string().max(120),
    avatarId: PlainText.trim().min(1, "Choose an avatar.").max(120).meta({ description: "The provider's own id of the avatar." }),
    voiceId: PlainText.trim().min(1).max(120).optional().meta({ description: "The provider's own id of a voice; left out: the avatar's." }),
    contextId: PlainText.trim().min(1).max(120).optional().meta({ description: "The provider's own id of what it knows." }),
    mode: LiveMode.default("talk"),
    maxMinutes: z.int().min(1, "A session takes at least a minute.").max(MAX_MINUTES, `A session takes at most ${MAX_MINUTES} minutes.`),
    /** The price the person saw; the session is refused when it would cost something else by now. */
    quoteMicros: MicrosText.optional(),
  }),
  output: LiveSessionView,
  async run({ tx, actor, now }, request) {
    const { projectId, engineId, modelId, avatarId, voiceId = null, contextId = null, mode, maxMinutes, quoteMicros: seen } = request;
    const { workspaceId, memberId } = personOf(actor);
    const project = await tx.project.findFirst({ where: { id: projectId, workspaceId }, select: { archivedAt: true } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    if (project.archivedAt) throw new AppError("CONFLICT", "This project is archived. Restore it first.");
    const { model, price } = await livePrice(tx, workspaceId, engineId, modelId);
    if (mode === "script" && !model.takesText) throw new AppError("REFUSED", `${model.name} takes no script: it hears, and answers.`);
    if (maxMinutes > model.maxMinutes)
      throw new AppError("BAD_INPUT", `A session with ${model.name} takes at most ${model.maxMinutes} minutes.`);
    const maxSeconds = maxMinutes * 60;
    const quoteMicros = quoteOfLength(maxSeconds, price);
    if (seen !== undefined && BigInt(seen) !== quoteMicros)
      throw new AppError("CONFLICT", "The price changed since you saw it. Look at the new quote and start again.");
    const lane = await laneOfRun(tx, workspaceId, null);
    const making = { engineId, modelId, quality: "draft", draft: null, quoteMicros, count: 1 } as const;
    const refusal = await laneRefusal(tx, workspaceId, lane, making, now);
    if (refusal) throw new AppError("REFUSED", refusal);
    const laneId = lane?.id ?? null;
    const projectVersion = await holdBudget(tx, { workspaceId, projectId, laneId, requestedById: memberId }, quoteMicros);
    // Its breaker is locked from here on: of two who ask for the last place, of whatever projects, one finds it taken.
    const { admission, engineName, limits } = await placeAt(tx, { workspaceId, engineId }, "session", now);
    if (admission.kind === "wait") throw new AppError("CONFLICT", refusalSentence(admission, engineName, limits));
    const row = await tx.liveSession.create({
      data: {
        workspaceId,
        projectId,
        laneId,
        engineId,
        modelId,
        avatarId,
        avatarName: await nameOf(tx, workspaceId, engineId, avatarId),
        voiceId,
        contextId,
        mode,
        maxSeconds,
        ...price,
        quoteMicros,
        requestedById: memberId,
        createdAt: now,
        ledger: { create: { workspaceId, projectId, kind: "hold", amountMicros: quoteMicros } },
      },
      include: withStarter,
    });
    return {
      result: sessionView(row),
      audit: [
        {
          subjectKind: "live",
          subjectId: row.id,
          details: { engineId, modelId, avatarId, voiceId, contextId, mode, maxMinutes, quoteMicros: quoteMicros.toString() },
        },
      ],
      events: [sessionEvent(row, "opening"), { kind: "project", id: projectId, version: projectVersion, projectId, act: "money" }],
      jobs: [{ name: "live.follow", payload: { workspaceId, sessionId: row.id } }],
    };
  },
});

/** What the engine calls an avatar, as far as its list was read. */
async function nameOf(db: Database, workspaceId: string, engineId: string, avatarId: string): Promise<string | null> {
  const { offers } = await offersOf(db, workspaceId, engineId);
  return offers.avatars.find(({ id }) => id === avatarId)?.name ?? null;
}
