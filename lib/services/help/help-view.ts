import type { Database } from "@/lib/db/client";
import type { Help, Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { HelpFailureKind, helpFailureSentence } from "@/lib/domain/help/failure";
import { HelpAnswer, HelpBy, HelpKind, type HelpView } from "@/lib/domain/help/help";

export const helpInclude = { requestedBy: { select: { id: true, displayName: true } } } as const satisfies Prisma.HelpInclude;

export type HelpRow = Prisma.HelpGetPayload<{ include: typeof helpInclude }>;

export function helpView(row: HelpRow): HelpView {
  const kind = row.failureKind === null ? null : HelpFailureKind.parse(row.failureKind);
  return {
    id: row.id,
    kind: HelpKind.parse(row.kind),
    status: row.status,
    by: HelpBy.parse(row.by),
    // Who was to answer is no longer true of a help without an answer.
    sentence: kind === null ? row.sentence : helpFailureSentence(kind),
    waits: row.status === "asked" ? row.waits : null,
    mayCancel: row.status === "asked" && row.intentAt === null,
    answer: row.answer === null ? null : HelpAnswer.parse(row.answer),
    failure: kind === null ? null : { kind, sentence: helpFailureSentence(kind), reason: row.failureReason ?? "" },
    quoteMicros: row.quoteMicros.toString(),
    actualMicros: row.actualMicros?.toString() ?? null,
    used: row.used,
    askedBy: { id: row.requestedBy.id, name: row.requestedBy.displayName },
    askedAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    version: row.version,
  };
}

export const noSuchHelp = () => new AppError("NOT_FOUND", "This help was not asked for here.");

export async function loadHelp(db: Database, workspaceId: string, helpId: string): Promise<HelpRow> {
  const row = await db.help.findFirst({ where: { id: helpId, workspaceId }, include: helpInclude });
  if (!row) throw noSuchHelp();
  return row;
}

/** What open screens are told of a help. */
export function helpEvent({ id, version, projectId }: Pick<Help, "id" | "version" | "projectId">, act: string): StudioEvent {
  return { kind: "help", id, version, ...(projectId === null ? {} : { projectId }), act };
}
