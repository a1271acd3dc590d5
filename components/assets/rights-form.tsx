"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import type { AssetRights } from "@/lib/domain/asset/rights";
import { CONSENT_WORDS } from "./words";

const CONSENTS = (Object.keys(CONSENT_WORDS) as AssetRights["consent"][]).map((value) => ({ value, ...CONSENT_WORDS[value] }));

/** Where a file comes from and what may be done with it. Mount it anew for each version of the asset. */
export function RightsForm({ asset }: { asset: AssetView }) {
  const queries = useQueryClient();
  const [rights, setRights] = useState(asset.rights);
  const change = (part: Partial<AssetRights>) => setRights({ ...rights, ...part });
  const save = useMutation(
    studio.asset.describeRights.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: () => announce({ tone: "ok", text: `The rights of “${asset.fileName}” are saved.` }),
      onSettled: () => queries.invalidateQueries({ queryKey: studio.asset.key() }),
    }),
  );
  const isUnchanged = JSON.stringify(rights) === JSON.stringify(asset.rights);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isUnchanged && !save.isPending) save.mutate({ assetId: asset.id, version: asset.version, rights });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-2.5">
      <Field label="Source" optional>
        <Input
          value={rights.source}
          maxLength={500}
          placeholder="Photographer, agency, shoot"
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
      </Field>
      <Field label="Licence" optional>
        <Input
          value={rights.licence}
          maxLength={500}
          placeholder="What it may be used for"
          onChange={(event) => change({ licence: event.currentTarget.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Consent">
          <Select value={rights.consent} onChange={(consent) => change({ consent })} options={CONSENTS} />
        </Field>
        <Field label="Holds until" optional>
          <Input
            type="date"
            value={rights.expiresOn ?? ""}
            onChange={(event) => change({ expiresOn: event.currentTarget.value || null })}
          />
        </Field>
      </div>
      <div className="flex items-center justify-end gap-2">
        {save.error ? (
          <p role="alert" className="flex-1 text-xs text-bad text-pretty">
            {codeOf(save.error) === "CONFLICT"
              ? "Somebody changed this file first; its facts are read again. Say yours once more."
              : sentenceOf(save.error)}
          </p>
        ) : null}
        <Button type="submit" busy={save.isPending} disabledReason={isUnchanged ? "Nothing has changed." : null}>
          Save rights
        </Button>
      </div>
    </form>
  );
}
