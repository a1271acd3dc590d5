"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { SCOPES, type Scope } from "@/lib/domain/access/policy";
import { ShownOnce } from "./shown-once";
import { SCOPE_WORDS } from "./words";

const LIVES = { month: 30, quarter: 90, year: 365, ever: null } as const;
type Life = keyof typeof LIVES;

const LIFE_OPTIONS: readonly { value: Life; label: string }[] = [
  { value: "month", label: "30 days" },
  { value: "quarter", label: "90 days" },
  { value: "year", label: "A year" },
  { value: "ever", label: "Until it is revoked" },
];
/** A select's value is never empty. */
const NO_PROJECT = "none";
const DAY_MS = 24 * 3600 * 1000;

/** Makes an API key and shows it the one time it can be seen. Mount it to ask. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["read"]);
  const [life, setLife] = useState<Life>("quarter");
  const [projectId, setProjectId] = useState<string>(NO_PROJECT);
  const projects = useQuery(studio.project.list.queryOptions({ input: { limit: 200 } }));
  const create = useMutation(
    studio.key.create.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.key.key() }),
    }),
  );
  const refusal =
    name.trim() === "" ? "Give the key a name, for example where it is used." : scopes.length === 0 ? "Choose at least one scope." : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal !== null || create.isPending) return;
    const days = LIVES[life];
    create.mutate({
      name,
      scopes: [...scopes],
      projectId: projectId === NO_PROJECT ? null : projectId,
      expiresAt: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={create.data ? `The key “${create.data.key.name}”` : "New API key"}
      description="It acts for you, never beyond your role, and only within its scopes."
    >
      {create.data ? (
        <div className="grid grid-cols-1 gap-3">
          <ShownOnce label="API key" secret={create.data.secret}>
            It is shown this once and kept nowhere. Put it where it is used; a lost key is replaced, not found.
          </ShownOnce>
          <Button className="justify-self-end" onClick={onClose}>
            Done
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} className="grid grid-cols-1 gap-3">
          <Field label="Name" error={create.error ? sentenceOf(create.error) : null}>
            <Input
              value={name}
              maxLength={80}
              autoComplete="off"
              placeholder="Where it is used"
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Field>
          <fieldset className="grid grid-cols-1 gap-1.5 sm:grid-cols-2">
            <legend className="mb-1 text-xs font-medium text-muted">Scopes</legend>
            {SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                label={SCOPE_WORDS[scope].label}
                hint={SCOPE_WORDS[scope].hint}
                checked={scopes.includes(scope)}
                onChange={(isOn) => setScopes(SCOPES.filter((one) => (one === scope ? isOn : scopes.includes(one))))}
              />
            ))}
          </fieldset>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <Field label="Works for">
              <Select value={life} onChange={setLife} options={LIFE_OPTIONS} />
            </Field>
            <Field label="Pays from" hint="Calls of patterns that name no project">
              <Select
                value={projectId}
                onChange={setProjectId}
                options={[
                  { value: NO_PROJECT, label: "Each call names one" },
                  ...(projects.data?.items ?? []).map(({ id, name: label }) => ({ value: id, label })),
                ]}
              />
            </Field>
          </div>
          <Button type="submit" variant="primary" className="justify-self-end" busy={create.isPending} disabledReason={refusal}>
            Make the key
          </Button>
        </form>
      )}
    </Dialog>
  );
}
