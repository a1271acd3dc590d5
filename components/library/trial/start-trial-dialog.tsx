"use client";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Money } from "@/components/ui/money";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { TrialView } from "@/lib/domain/trial/view";
import { addresses } from "../addresses";
import { useProjects } from "../board-choice";

export type StartTrialDialogProps = {
  versionId: string;
  number: number;
  /** The trial that is tried again: the same subjects and seeds, whatever its eval set says by now. */
  like?: TrialView;
  onClose: () => void;
};

const SAME = "same";

/** Starts a trial of a version: on which eval set, in which project, for how much. */
export function StartTrialDialog({ versionId, number, like, onClose }: StartTrialDialogProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const projects = useProjects();
  const sets = useQuery(studio.evalSet.list.queryOptions({ input: { limit: 200 } }));
  const [chosenProject, setProject] = useState<string | null>(like?.projectId ?? null);
  const [chosenSet, setSet] = useState<string | null>(like ? SAME : null);
  const [blind, setBlind] = useState(like?.blind ?? false);
  // One id for this dialog: a press that is repeated, or asked again after a lost answer, starts one trial.
  const [trialId] = useState(() => crypto.randomUUID());
  const projectId = chosenProject ?? projects.data?.items[0]?.id ?? null;
  const setId = chosenSet ?? sets.data?.items[0]?.id ?? null;
  const asked =
    projectId === null || setId === null
      ? null
      : {
          versionId,
          projectId,
          ...(setId === SAME && like ? { contents: { subjects: like.subjects, seeds: like.seeds } } : { evalSetId: setId }),
        };
  const plan = useQuery(studio.trial.plan.queryOptions({ input: asked ?? skipToken, retry: false }));
  const evidence = useQuery(studio.trial.evidence.queryOptions({ input: { versionId } }));
  const isComplete = evidence.data?.rate != null && evidence.data.count.undecided === 0;
  const start = useMutation(
    studio.trial.start.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: (trial) => {
        void queries.invalidateQueries({ queryKey: studio.trial.key() });
        announce({ tone: "ok", text: `The trial of v${number} is running.` });
        onClose();
        router.push(addresses.trial(trial.id));
      },
    }),
  );
  const refusal =
    (sets.data?.items.length === 0 && !like ? "There is no eval set yet. Make one first." : null) ??
    (projects.data?.items.length === 0 ? "There is no project yet." : null) ??
    (plan.error ? sentenceOf(plan.error) : null) ??
    plan.data?.refusal ??
    (plan.data && !plan.data.fits ? "The project's budget has no room for it." : null) ??
    (plan.data ? null : "Looking at the price…");
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Trial of v${number}`}
      description="One picture for every subject and seed. Judged, it says how well the version holds."
      submitLabel="Start trial"
      disabledReason={refusal}
      busy={start.isPending}
      onSubmit={() => {
        if (asked && plan.data) start.mutate({ trialId, ...asked, blind, quoteMicros: plan.data.quoteMicros });
      }}
    >
      <Field label="Eval set" hint={sets.data?.items.length === 0 && !like ? "Make one under Libraries, Eval sets." : undefined}>
        <Select
          value={setId}
          onChange={setSet}
          options={[
            ...(like
              ? [{ value: SAME, label: "The same subjects and seeds", hint: `${like.subjects.length} × ${like.seeds.length}` }]
              : []),
            ...(sets.data?.items ?? []).map(({ id, name, subjects, seeds }) => ({
              value: id,
              label: name,
              hint: `${subjects.length} subjects × ${seeds.length} seeds`,
            })),
          ]}
        />
      </Field>
      <Field label="Project" hint="Its budget pays, and its board of trials keeps the pictures.">
        <Select
          value={projectId}
          onChange={setProject}
          options={(projects.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Checkbox
        label="Blind"
        hint="Judges see nobody else's verdict, nor measures, before their own."
        checked={blind}
        onChange={setBlind}
      />
      {isComplete ? (
        <p className="text-xs text-muted text-pretty">
          Every picture of this version was judged. A further trial counts too: until its pictures are judged as well, v{number} has not
          enough evidence for production.
        </p>
      ) : null}
      <p role="status" className="text-sm text-muted">
        {plan.data && plan.data.refusal === null ? (
          <>
            {plan.data.pictures} pictures, at most <Money micros={plan.data.quoteMicros} as="price" />
            {plan.data.refused.cells > 0 ? ` · ${plan.data.refused.cells} cells cannot run: ${plan.data.refused.reasons[0]}` : ""}
          </>
        ) : (
          (refusal ?? "")
        )}
      </p>
      {start.error ? <p className="text-xs text-bad text-pretty">{sentenceOf(start.error)}</p> : null}
    </FormDialog>
  );
}
