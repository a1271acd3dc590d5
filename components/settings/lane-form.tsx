"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Factory, FlaskConical } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { LaneEdit, LaneView } from "@/lib/domain/lane/lane";
import { DueTimesFields } from "./due-times-fields";
import { EngineOrder } from "./engine-order";
import { EvidenceRuleFields } from "./evidence-rule-fields";
import { PolicyFields } from "./policy-fields";

export type LaneFormProps = {
  lane: LaneView;
  /** Every connected engine. */
  engines: readonly { readonly id: string; readonly name: string }[];
  /** The card templates' fields, and what they say. */
  templates: LaneView["cardTemplates"];
  templateFields: ReactNode;
};

const LANE_WORDS = {
  exploration: { Icon: FlaskConical, label: "Exploration", hint: "Broad, quick and cheap. Nothing leaves it." },
  production: { Icon: Factory, label: "Production", hint: "Narrow and final. What leaves it is documented." },
} as const;

/** What a lane allows and what its cards start from. Mount it anew for each version of the lane. */
export function LaneForm({ lane, engines, templates, templateFields }: LaneFormProps) {
  const queries = useQueryClient();
  const refusal = useRefusal("lane.write");
  const [name, setName] = useState(lane.name);
  const [allowed, setAllowed] = useState<readonly string[]>(lane.allowedEngines);
  const [policy, setPolicy] = useState(lane.policy);
  const [evidenceRule, setEvidenceRule] = useState(lane.evidenceRule);
  const [times, setTimes] = useState({ remindHours: lane.remindHours, escalateHours: lane.escalateHours });
  const [requiresDraft, setRequiresDraft] = useState(lane.requiresDraft);
  const save = useMutation(
    studio.lane.update.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: (saved) => announce({ tone: "ok", text: `The lane ${saved.name} is saved. Cards that exist keep their terms.` }),
      onSettled: () => queries.invalidateQueries({ queryKey: studio.lane.key() }),
    }),
  );
  const change = changeOf(lane, {
    name,
    allowedEngines: [...allowed],
    policy,
    requiresDraft,
    cardTemplates: templates,
    evidenceRule,
    ...times,
  });
  const isUnchanged = Object.keys(change).length === 0;
  const blocked = refusal ?? (name.trim() === "" ? "A lane needs a name." : null) ?? (isUnchanged ? "Nothing has changed." : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blocked === null && !save.isPending) save.mutate({ laneId: lane.id, version: lane.version, change });
  };
  const { Icon, label, hint } = LANE_WORDS[lane.kind];
  return (
    <form onSubmit={submit} className="rounded-lg border border-line bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg font-semibold">{lane.name}</h3>
        <Badge tone={lane.kind === "production" ? "ok" : "accent"} icon={<Icon size={12} aria-hidden />}>
          {label}
        </Badge>
        <p className="text-xs text-faint">{hint}</p>
      </div>
      {/* Not the lane's lead: everything can be read, nothing written. */}
      <fieldset disabled={refusal !== null} className="grid grid-cols-1 gap-4">
        <Field label="Name" className="max-w-80">
          <Input value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <EngineOrder engines={engines} allowed={allowed} disabled={refusal !== null} onChange={setAllowed} />
        <PolicyFields policy={policy} disabled={refusal !== null} onChange={setPolicy} />
        <Checkbox
          label="Only finals of a picked draft are sent to review"
          hint="A picture is first made as a draft, picked, and then made final from the same recipe and seed; no other final is run."
          checked={requiresDraft}
          disabled={refusal !== null}
          onChange={setRequiresDraft}
        />
        <DueTimesFields times={times} onChange={setTimes} />
        {lane.kind === "production" && <EvidenceRuleFields rule={evidenceRule} onChange={setEvidenceRule} />}
        <div className="grid grid-cols-1 gap-3 border-t border-line pt-3">
          <p className="text-xs font-semibold text-ink">
            Card templates <span className="font-normal text-faint">What cards of this lane start from.</span>
          </p>
          {templateFields}
        </div>
      </fieldset>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p role="status" className={`min-w-0 flex-1 text-xs text-pretty ${save.error ? "text-bad" : "text-faint"}`}>
          {save.error ? sentenceOf(save.error) : refusal}
        </p>
        <Button type="submit" variant="primary" busy={save.isPending} disabledReason={blocked}>
          Save lane
        </Button>
      </div>
    </form>
  );
}

/** Only what differs: the rest stays whatever it is by now. */
function changeOf(lane: LaneView, now: Required<{ [Part in keyof LaneEdit]: Exclude<LaneEdit[Part], undefined> }>): LaneEdit {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(now.name.trim() === lane.name ? {} : { name: now.name }),
    ...(isSame(now.allowedEngines, lane.allowedEngines) ? {} : { allowedEngines: now.allowedEngines }),
    ...(isSame(now.policy, lane.policy) ? {} : { policy: now.policy }),
    ...(now.requiresDraft === lane.requiresDraft ? {} : { requiresDraft: now.requiresDraft }),
    ...(isSame(now.cardTemplates, lane.cardTemplates) ? {} : { cardTemplates: now.cardTemplates }),
    ...(now.remindHours === lane.remindHours ? {} : { remindHours: now.remindHours }),
    ...(now.escalateHours === lane.escalateHours ? {} : { escalateHours: now.escalateHours }),
    ...(isSame(now.evidenceRule, lane.evidenceRule) ? {} : { evidenceRule: now.evidenceRule }),
  };
}
