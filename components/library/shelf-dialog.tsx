"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Chip } from "@/components/ui/chip";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ToggleSet } from "@/components/ui/toggle-set";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { ROLES, Role, rolesThatMay } from "@/lib/domain/access/policy";
import type { ShelfView } from "@/lib/domain/pattern/browse/card";
import type { Circle, ShelfAccess } from "@/lib/domain/pattern/shelf-access";
import { capital } from "./words";

/** A shelf's name, what belongs on it, and who may use and curate it. Mount it to begin. */
export function ShelfDialog({ library, onClose }: { library: ShelfView; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(library.name);
  const [description, setDescription] = useState(library.description);
  const [access, setAccess] = useState<ShelfAccess>(library.access);
  const edit = useMutation(
    studio.library.edit.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onClose,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.library.key() }),
          queries.invalidateQueries({ queryKey: studio.pattern.key() }),
        ]),
    }),
  );
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Shelf"
      submitLabel="Save"
      disabledReason={name.trim() === "" ? "Give the library a name." : null}
      busy={edit.isPending}
      onSubmit={() => edit.mutate({ libraryId: library.id, version: library.version, name, description: description.trim(), access })}
    >
      <Field label="Name" error={edit.error ? sentenceOf(edit.error) : null}>
        <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Description" optional hint="What belongs here and what does not.">
        <Textarea value={description} maxLength={2_000} rows={2} onChange={(event) => setDescription(event.currentTarget.value)} />
      </Field>
      <CircleField title="Who may use its patterns" roles={ROLES} circle={access.use} onChange={(use) => setAccess({ ...access, use })} />
      <CircleField
        title="Who may curate it: add, change, order and deprecate patterns"
        roles={rolesThatMay("pattern.write")}
        circle={access.curate}
        onChange={(curate) => setAccess({ ...access, curate })}
      />
      <p className="text-xs text-faint">An admin always may. Whoever curates may use, too.</p>
    </FormDialog>
  );
}

type CircleFieldProps = { title: string; roles: readonly Role[]; circle: Circle; onChange: (circle: Circle) => void };

function CircleField({ title, roles, circle, onChange }: CircleFieldProps) {
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const all = members.data?.items ?? [];
  const people = all.filter(({ role }) => roles.includes(role));
  const nameOf = (id: string) => all.find((member) => member.id === id)?.displayName ?? "Somebody who left";
  const left = people.filter(({ id, role }) => !circle.memberIds.includes(id) && !circle.roles.includes(role));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">{title}</legend>
      <ToggleSet
        label={`${title}: roles`}
        options={roles.map((role) => ({ value: role, label: `Every ${role}` }))}
        values={circle.roles}
        onChange={(values) => onChange({ ...circle, roles: values.flatMap((value) => Role.safeParse(value).data ?? []) })}
      />
      {circle.memberIds.length > 0 ? (
        <ul aria-label={`${title}: named`} className="flex flex-wrap gap-1">
          {circle.memberIds.map((id) => (
            <li key={id}>
              <Chip
                removeLabel={`Remove ${nameOf(id)}`}
                onRemove={() => onChange({ ...circle, memberIds: circle.memberIds.filter((one) => one !== id) })}
              >
                {nameOf(id)}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {left.length > 0 ? (
        <Combobox
          key={circle.memberIds.length}
          label={`${title}: add somebody`}
          value={null}
          onChange={(id) => id && onChange({ ...circle, memberIds: [...circle.memberIds, id] })}
          options={left.map(({ id, displayName, role }) => ({ value: id, label: displayName, hint: capital(role) }))}
          placeholder="And by name…"
        />
      ) : null}
    </fieldset>
  );
}
