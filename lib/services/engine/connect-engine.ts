import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { seal, unseal } from "@/lib/db/secret-box";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { refusalOfHost } from "@/lib/domain/engine/allowed-host";
import { hintOf, isSameAddress, refusalOfBaseUrl } from "@/lib/domain/engine/connection";
import { LANGUAGE_ENGINE_ID, languageModelOf } from "@/lib/domain/engine/language";
import { AppError } from "@/lib/domain/errors";
import { connectableEngines } from "@/lib/engines/catalogue";
import { write } from "../write";
import { allowedHosts } from "./allowed-hosts";
import { ConnectionOptions, placeOf } from "./connection-row";

const Limit = z.int().min(1, "A limit is at least 1.").max(1_000, "A limit is at most 1,000.").nullable().optional();
const Secret = z.string().trim().max(4_000, "A key has at most 4,000 characters.");

/**
 * Connects an engine, or changes its connection: what is left out of `apiKey` and `webhookSecret` stays as it is. A key
 * goes to no other address than it was entered for: with a new one it must be entered again. The secrets are sealed before
 * they reach the database and come out of no door; the connection is tested at once.
 */
export const connectEngine = write({
  verb: "engine.connect",
  permission: "engine.manage",
  input: z.strictObject({
    engineId: z.string().max(60),
    apiKey: Secret.optional().meta({ description: "Kept as it is when left out and the address stays. Never answered." }),
    webhookSecret: Secret.nullable().optional().meta({ description: "Kept as it is when left out; null removes it. Never answered." }),
    baseUrl: z.string().trim().max(500).nullable().default(null),
    options: ConnectionOptions.default({}),
    atOnce: Limit.meta({ description: "Runs, helps and live sessions at once; null = no limit. Kept as it is when left out." }),
    perMinute: Limit.meta({ description: "Submits a minute; null = no limit. Kept as it is when left out." }),
  }),
  output: z.strictObject({ engineId: z.string() }),
  async run({ tx, actor, now }, { engineId, apiKey, webhookSecret, baseUrl, options, atOnce, perMinute }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const engine = connectableEngines().find((candidate) => candidate.engineId === engineId);
    if (!engine) throw new AppError("NOT_FOUND", "This engine does not exist.");
    const where = { workspaceId_engineId: { workspaceId, engineId } };
    const present = await lockConnection(tx, workspaceId, engineId);
    const { needs, name } = engine;
    if (!present && needs.key === "required" && !apiKey) throw new AppError("BAD_INPUT", `Enter the key of ${name}.`);
    if (apiKey === "" && needs.key === "required") throw new AppError("BAD_INPUT", `${name} needs a key.`);
    if (needs.baseUrl === "required" && !baseUrl) throw new AppError("BAD_INPUT", `Enter the address of your ${name}.`);
    const refusal = baseUrl === null || baseUrl === "" ? null : refusalOfBaseUrl(baseUrl);
    if (refusal !== null) throw new AppError("BAD_INPUT", refusal);
    const closed = refusalOfHost(baseUrl || null, await allowedHosts(tx, workspaceId, engineId));
    if (closed !== null) throw new AppError("REFUSED", closed);
    if (apiKey === undefined && present?.hasKey && !isSameAddress(present.baseUrl, baseUrl))
      throw new AppError("BAD_INPUT", `The key of ${name} was entered for another address. Enter the key for this one.`);
    const unknown = Object.keys(options).find((key) => !needs.options.some((option) => option.key === key));
    if (unknown !== undefined) throw new AppError("BAD_INPUT", `${name} has no option “${unknown}”.`);
    const wrong = needs.options.find(({ key, values }) => values && options[key] !== undefined && !values.includes(options[key]));
    if (wrong) throw new AppError("BAD_INPUT", `“${wrong.label}” is one of: ${wrong.values?.join(", ")}.`);
    const missing = needs.options.find(({ key, isRequired }) => isRequired && (options[key] ?? "") === "");
    if (missing) throw new AppError("BAD_INPUT", `Enter “${missing.label}” of ${name}.`);
    const language = engineId === LANGUAGE_ENGINE_ID ? languageModelOf(options) : null;
    if (typeof language === "string") throw new AppError("BAD_INPUT", language);
    const place = { workspaceId, engineId };
    const hook =
      webhookSecret === undefined ? {} : { sealedWebhookSecret: webhookSecret ? seal(webhookSecret, placeOf(place, "webhook")) : null };
    const limits = { ...(atOnce === undefined ? {} : { atOnce }), ...(perMinute === undefined ? {} : { perMinute }) };
    const facts = { baseUrl: baseUrl || null, options, ...limits, checkOutcome: null, checkReason: null, checkedAt: null };
    const key = { sealedKey: seal(apiKey ?? "", placeOf(place, "key")), keyHint: hintOf(apiKey ?? "") };
    // What the engine said to another key or address says nothing about this one.
    await tx.engineHealth.deleteMany({ where: { workspaceId, engineId } });
    await tx.liveOffers.deleteMany({ where: { workspaceId, engineId } });
    const row = await tx.engineConnection.upsert({
      where,
      create: { ...place, ...facts, ...key, ...hook, connectedById: memberId, createdAt: now },
      update: { ...facts, ...(apiKey === undefined ? {} : key), ...hook, connectedById: memberId, version: { increment: 1 } },
    });
    return {
      result: { engineId },
      audit: [
        {
          subjectKind: "engine",
          subjectId: row.id,
          details: {
            engineId,
            atOnce: row.atOnce,
            perMinute: row.perMinute,
            keyChanged: apiKey !== undefined,
            baseUrl: row.baseUrl,
            webhookSecretChanged: webhookSecret !== undefined,
          },
        },
      ],
      events: [{ kind: "engine", id: row.id, version: row.version, act: "connected" }],
      jobs: [{ name: "engine.check", payload: { workspaceId, engineId } }],
    };
  },
});

/** The connection there is, locked: a key and an address that are changed at once do not end up together. Null: none. */
async function lockConnection(tx: Transaction, workspaceId: string, engineId: string) {
  // A host is not taken back while a connection to it is being made.
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM "EngineConnection" WHERE "workspaceId" = ${workspaceId}::uuid AND "engineId" = ${engineId} FOR UPDATE`;
  const where = { workspaceId_engineId: { workspaceId, engineId } };
  const row = await tx.engineConnection.findUnique({ where, select: { baseUrl: true, sealedKey: true } });
  return row && { baseUrl: row.baseUrl, hasKey: holdsKey(row.sealedKey, placeOf({ workspaceId, engineId }, "key")) };
}

/** What cannot be opened any more may be a key all the same. */
function holdsKey(sealedKey: string, place: string): boolean {
  try {
    return unseal(sealedKey, place) !== "";
  } catch {
    return true;
  }
}
