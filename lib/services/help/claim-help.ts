import type { LanguageModel } from "@/lib/domain/engine/language";
import type { HelpSubject } from "@/lib/domain/help/question";
import { note } from "../bookkeeping";
import { connectedLanguageModel } from "./language-model";

/** What a worker does with a help that waits. */
export type HelpOrder =
  /** It is over, or gone. */
  | { readonly step: "nothing" }
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
 * Takes a help over and writes the intent to ask, in one step: whoever finds an intent does not ask again. The price that was quoted is the
 * price of the model that is asked.
 */
export function claimHelp(workspaceId: string, helpId: string): Promise<HelpOrder> {
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
    await tx.help.update({ where: { id: helpId }, data: { intentAt: new Date() } });
    const model = await connectedLanguageModel(tx, workspaceId);
    const rendition = row.asset?.renditions.find(({ name }) => name === "screen") ?? row.asset?.renditions[0];
    return {
      result: {
        step: "ask",
        // Written by help.ask from the same type.
        subject: row.subject as HelpSubject,
        model: model?.name === row.modelName ? model : null,
        pictureHash: model?.takesPictures ? (rendition?.sha256 ?? null) : null,
      },
    };
  });
}
