import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type EvidenceCell, evidenceOf } from "@/lib/domain/pattern/evidence/evidence";
import type { BestPicture, EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { DefectKind } from "@/lib/domain/review/defect";
import { verdictOf } from "@/lib/domain/trial/judgement";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import { modelNameOf } from "@/lib/engines/catalogue";
import { byCell, contentsOf, driftFromOf, driftFromSelect, measuresByCell, revisionNow } from "./trial-view";

const evidenceInclude = {
  patternVersion: { select: { number: true, patternId: true, ...driftFromSelect } },
  judgements: { select: { cellIndex: true, memberId: true, verdict: true, defectKind: true }, orderBy: { memberId: "asc" } },
  grid: {
    select: {
      axes: true,
      status: true,
      prompt: { select: { engineId: true, modelId: true, modelRevision: true } },
      cells: {
        orderBy: { index: "asc" },
        select: {
          index: true,
          at: true,
          refusal: true,
          run: {
            select: {
              status: true,
              actualMicros: true,
              startedAt: true,
              finishedAt: true,
              variants: { take: 1, select: { asset: { select: { id: true, thumbHash: true, width: true, height: true } } } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.TrialInclude;

type WholeTrial = Prisma.TrialGetPayload<{ include: typeof evidenceInclude }>;
/** A trial as somebody may see it: without the judgements that are hidden from them. */
type EvidenceRow = WholeTrial & { readonly hidden: ReadonlySet<number> };

function seenBy(trial: WholeTrial, viewer: string | null): EvidenceRow {
  if (!trial.blind || viewer === null) return { ...trial, hidden: new Set() };
  const own = new Set(trial.judgements.filter(({ memberId }) => memberId === viewer).map(({ cellIndex }) => cellIndex));
  const pictures = trial.grid.cells.filter(({ run }) => run?.status === "succeeded");
  const hidden = new Set(pictures.map(({ index }) => index).filter((index) => !own.has(index)));
  return { ...trial, hidden, judgements: trial.judgements.filter(({ cellIndex }) => !hidden.has(cellIndex)) };
}

interface MeasureRow {
  readonly trialId: string;
  readonly cellIndex: number;
  readonly signature: unknown;
  readonly fromReferences: unknown;
}

/**
 * What is known of versions, by version; those nobody tried are missing. All trials of a version on one model revision
 * count together: on today's where there are any, else on the newest there is, which is stale. Drift takes kilobytes a
 * picture to work out and is left empty without `withDrift`. Of a blind trial a person sees of each picture what they see on its page: nothing of
 * what others said and of what was measured before they have judged it themselves.
 * @param viewer the member who looks; null for the studio itself, which sees everything
 */
export async function loadEvidence(
  db: Database,
  workspaceId: string,
  versionIds: readonly string[],
  { viewer, withDrift }: { viewer: string | null; withDrift: boolean },
): Promise<ReadonlyMap<string, EvidenceView>> {
  const rows = await db.trial.findMany({
    where: { workspaceId, patternVersionId: { in: [...versionIds] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: evidenceInclude,
  });
  const trials = rows.map((trial) => seenBy(trial, viewer));
  const counted = versionIds.flatMap((versionId) => {
    const all = trials.filter(({ patternVersionId }) => patternVersionId === versionId);
    return all.length === 0 ? [] : [{ versionId, trials: countedTrials(all, ({ grid }) => grid.prompt) }];
  });
  const ids = withDrift ? counted.flatMap(({ trials }) => trials.map(({ id }) => id)) : [];
  const measures =
    ids.length === 0 ? [] : await db.trialMeasure.findMany({ where: { trialId: { in: ids } }, orderBy: { cellIndex: "asc" } });
  return new Map(
    counted.flatMap(({ versionId, trials }) => {
      const view = evidenceView(versionId, trials, measures);
      return view ? [[versionId, view] as const] : [];
    }),
  );
}

interface TriedOn {
  readonly engineId: string;
  readonly modelId: string;
  readonly modelRevision: string;
}

/** Of a version's trials, the newest first, those that count: all on today's revision, else all on the newest one's. */
export function countedTrials<Trial>(trials: readonly Trial[], modelOf: (trial: Trial) => TriedOn): readonly Trial[] {
  const [newest] = trials;
  if (newest === undefined) return [];
  const { engineId, modelId, modelRevision } = modelOf(newest);
  const isOn = (revision: string | null) => (trial: Trial) => modelOf(trial).modelRevision === revision;
  const current = trials.filter(isOn(revisionNow(engineId, modelId)));
  return current.length > 0 ? current : trials.filter(isOn(modelRevision));
}

function evidenceView(versionId: string, trials: readonly EvidenceRow[], measures: readonly MeasureRow[]): EvidenceView | null {
  const [newest] = trials;
  if (!newest) return null;
  const { engineId, modelId, modelRevision } = newest.grid.prompt;
  const currentRevision = revisionNow(engineId, modelId);
  return {
    patternId: newest.patternVersion.patternId,
    versionId,
    number: newest.patternVersion.number,
    engineId,
    modelId,
    modelName: modelNameOf({ engineId, modelId }),
    modelRevision,
    currentRevision,
    stale: currentRevision !== modelRevision,
    trials: trials.length,
    newestTrialAt: newest.createdAt.toISOString(),
    ...evidenceOf(trials.flatMap((trial) => evidenceCells(trial, measures))),
    hidden: trials.reduce((sum, trial) => sum + trial.hidden.size, 0),
    driftFrom: driftFromOf(newest.patternVersion),
    best: bestPicture(trials),
  };
}

/** The picture most judges passed; of several the newest trial's first. */
function bestPicture(trials: readonly EvidenceRow[]): BestPicture | null {
  let best: BestPicture | null = null;
  let most = 0;
  for (const trial of trials) {
    const { subjects } = contentsOf(trial.grid.axes);
    const said = byCell(trial.judgements);
    for (const { index, at, run } of trial.grid.cells) {
      const verdicts = (said.get(index) ?? []).map(({ verdict }) => ({ verdict }));
      const passes = verdicts.filter(({ verdict }) => verdict === "pass").length;
      const asset = run?.variants[0]?.asset;
      if (!asset || passes <= most || verdictOf(verdicts) !== "pass") continue;
      const { id: assetId, ...face } = asset;
      best = { assetId, ...face, subject: subjects[at[0] ?? 0]?.name ?? "" };
      most = passes;
    }
  }
  return best;
}

function evidenceCells(trial: EvidenceRow, measures: readonly MeasureRow[]): readonly EvidenceCell[] {
  const { subjects, seeds } = contentsOf(trial.grid.axes);
  const measured = measuresByCell(
    measures.filter(({ trialId }) => trialId === trial.id),
    seeds.length,
  );
  const said = byCell(trial.judgements);
  const isCancelled = trial.grid.status === "cancelled";
  return trial.grid.cells.flatMap(({ index, at, refusal, run }) => {
    const [subject, seed] = [subjects[at[0] ?? 0], seeds[at[1] ?? 0]];
    if (!subject || seed === undefined) return [];
    const judgements = (said.get(index) ?? []).map(({ memberId, verdict, defectKind }) => ({
      memberId,
      verdict,
      defectKind: DefectKind.nullable().parse(defectKind),
    }));
    const isPicture = run?.status === "succeeded" && run.startedAt !== null && run.finishedAt !== null;
    return [
      {
        subject: subject.name,
        values: subject.values,
        seed,
        outcome: outcomeOf({ status: run?.status ?? null, refusal, judgements, isCancelled }),
        judgements,
        actualMicros: run?.actualMicros ?? null,
        tookMs: isPicture && run.startedAt && run.finishedAt ? run.finishedAt.getTime() - run.startedAt.getTime() : null,
        measure: trial.hidden.has(index) ? null : (measured.get(index) ?? null),
      },
    ];
  });
}
