import type { Database as Transaction } from "@/lib/db/client";
import type { Help } from "@/lib/db/generated/client";
import { LANGUAGE_ENGINE_ID, type LanguageModel } from "@/lib/domain/engine/language";
import type { HelpSubject } from "@/lib/domain/help/question";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { placeAt } from "../engine/place";
import { helpEvent } from "./help-view";
import { connectedLanguageModel } from "./language-model";

/** A help whose worker was here so recently waits for the same places as one that comes now. */
const STILL_WAITING_MS = 15_000;
/** Nobody sits before a help that long; its money is free again then. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** What a worker does with a help. */
export type HelpOrder =
  /** It is over, or gone. */
  | { readonly step: "nothing" }
  /** It has to wait for its turn, and a job for later is queued. */
  | { readonly step: "waits" }
  /** It has waited too long: nothing was sent. */
  | { readonly step: "give-up" }
  /** A worker was about to ask, and nobody knows whether it did. */
  | { readonly step: "unknown" }
  /** `model` null: it was disconnected, or exchanged for another one, since its price was quoted. */
  | {
      readonly step: "ask";
      readonly subject: HelpSubject;
      readonly model: LanguageModel | null;
      /** The small picture to look at; null where there is none, or nobody to see it. */
      readonly pictureHash: string | null;
    };

/**
 * Takes a help over and writes the intent to ask, in one step: whoever finds an intent does not ask again. It is asked when the language
 * model's breaker and limits let it through, in the order the helps were asked for; until then it says why it waits. The price that was
 * quoted is the price of the model that is asked.
 */
export function claimHelp(workspaceId: string, helpId: string, now = new Date()): Promise<HelpOrder> {
  return note<HelpOrder>(workspaceId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Help" WHERE "id" = ${helpId}::uuid FOR UPDATE`;
    const row = await tx.help.findFirst({
      where: { id: helpId, workspaceId, status: "asked" },
      include: {
        asset: { select: { renditions: { where: { name: { in: ["screen", "poster"] } }, select: { name: true, sha256: true } } } },
      },
    });
    if (!row) return { result: { step: "nothing" } };
    if (row.intentAt !== null) return { result: { step: "unknown" } };
    const model = await connectedLanguageModel(tx, workspaceId);
    const isSame = model?.name === row.modelName;
    const { admission } = isSame ? await placeAt(tx, at(workspaceId), "help", now, () => countBefore(tx, row, now)) : NOBODY_TO_ASK;
    if (admission.kind === "wait") {
      if (now.getTime() - row.createdAt.getTime() > LONGEST_WAIT_MS) return { result: { step: "give-up" } };
      await enqueue(tx, {
        name: "help.answer",
        payload: { workspaceId, helpId },
        startAfterSeconds: Math.ceil(admission.waitMs / 1_000),
      });
      return { result: { step: "waits" }, events: [helpEvent(await told(tx, row, { waits: admission.sentence, lookedAt: now }), "waits")] };
    }
    const claimed = await told(tx, row, { intentAt: now, waits: null });
    const rendition = row.asset?.renditions.find(({ name }) => name === "screen") ?? row.asset?.renditions[0];
    return {
      result: {
        step: "ask",
        // Written by help.ask from the same type.
        subject: row.subject as HelpSubject,
        model: isSame ? model : null,
        pictureHash: model?.takesPictures ? (rendition?.sha256 ?? null) : null,
      },
      events: [helpEvent(claimed, "asking")],
    };
  });
}

const at = (workspaceId: string) => ({ workspaceId, engineId: LANGUAGE_ENGINE_ID });
const NOBODY_TO_ASK = { admission: { kind: "go" } } as const;

const told = (tx: Transaction, { id }: Help, data: { intentAt?: Date; waits: string | null; lookedAt?: Date }) =>
  tx.help.update({ where: { id }, data: { ...data, version: { increment: 1 } } });

/** Helps that were asked for earlier and wait for a place as well. */
const countBefore = (tx: Transaction, { id, workspaceId }: Help, now: Date) =>
  tx.help.count({
    where: { workspaceId, status: "asked", intentAt: null, id: { lt: id }, lookedAt: { gt: new Date(now.getTime() - STILL_WAITING_MS) } },
  });
