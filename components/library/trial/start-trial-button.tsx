"use client";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useRefusal } from "@/lib/client/use-refusal";
import { StartTrialDialog } from "./start-trial-dialog";

/** The way to a trial of a version; `again` where what is known of it is out of date. */
export function StartTrialButton({ versionId, number, again = false }: { versionId: string; number: number; again?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const refusal = useRefusal("run.start");
  return (
    <>
      <Button size="small" icon={<FlaskConical size={13} aria-hidden />} disabledReason={refusal} onClick={() => setOpen(true)}>
        Try v{number}
        {again ? " again" : ""}
      </Button>
      {isOpen ? <StartTrialDialog versionId={versionId} number={number} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
