"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { StartTrialDialog } from "./start-trial-dialog";

export type StartTrialButtonProps = { versionId: string; number: number };

/** The way to a trial of a version. */
export function StartTrialButton({ versionId, number }: StartTrialButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal("run.start");
  return (
    <>
      <Button size="small" icon={<FlaskConical size={13} aria-hidden />} disabledReason={refusal} onClick={() => setOpen(true)}>
        Try v{number}
      </Button>
      {isOpen ? <StartTrialDialog versionId={versionId} number={number} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The way to the newest trial once more, on the same subjects and seeds: for evidence that is out of date. */
export function TryAgainButton({ versionId, number }: StartTrialButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal("run.start");
  const trials = useQuery(studio.trial.list.queryOptions({ input: { versionId } }));
  const newest = trials.data?.items[0]?.id;
  const like = useQuery(studio.trial.get.queryOptions({ input: isOpen && newest ? { trialId: newest } : skipToken }));
  return (
    <>
      <Button
        size="small"
        icon={<FlaskConical size={13} aria-hidden />}
        busy={isOpen && like.isFetching && like.data === undefined}
        disabledReason={refusal}
        onClick={() => setOpen(true)}
      >
        Try v{number} again
      </Button>
      {isOpen && like.data ? (
        <StartTrialDialog versionId={versionId} number={number} like={like.data} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
