"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import type { ListedAsset } from "@/lib/domain/asset/asset-view";
import { MAX_ALT_TEXT } from "@/lib/domain/help/alt-text";
import type { HelpRequest } from "@/lib/domain/help/help";
import { HelpStanding } from "./help-standing";
import { useAskedHelp } from "./use-asked-help";

/** What a file shows, for who cannot see it: written by a person, or drafted for them and then theirs. */
export function AltText({ assetId }: { assetId: string }) {
  const asset = useQuery(studio.asset.get.queryOptions({ input: { assetId }, meta: { isQuiet: true } }));
  if (asset.data) return <AltTextForm key={`${assetId} ${asset.data.version}`} asset={asset.data} />;
  if (asset.error) return <p className="text-xs text-bad">{sentenceOf(asset.error)}</p>;
  return <Skeleton className="h-20" />;
}

function AltTextForm({ asset }: { asset: ListedAsset }) {
  const queries = useQueryClient();
  const saved = asset.altText ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const request = useMemo((): HelpRequest => ({ kind: "alt-text", assetId: asset.id }), [asset.id]);
  const asked = useAskedHelp(request);
  const drafted = asked.help?.answer?.kind === "alt-text" ? asked.help.answer.text : null;
  const text = typed ?? drafted ?? saved;
  const save = useMutation(
    studio.asset.writeAltText.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: () => announce({ tone: "ok", text: "The alternative text is saved." }),
      onSettled: () => queries.invalidateQueries({ queryKey: studio.asset.key() }),
    }),
  );
  const isUnchanged = text.trim() === saved;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const helpId = drafted === null ? null : (asked.help?.id ?? null);
    if (!isUnchanged && !save.isPending) save.mutate({ assetId: asset.id, version: asset.version, altText: text.trim() || null, helpId });
  };
  return (
    <form onSubmit={submit} className="relative grid grid-cols-1 gap-2">
      <Field label="Alternative text" labelHidden>
        <Textarea
          value={text}
          rows={3}
          maxLength={MAX_ALT_TEXT}
          placeholder="What it shows, in a sentence or two"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <HelpStanding asked={asked} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        {save.error ? (
          <p role="alert" className="flex-1 text-xs text-bad text-pretty">
            {codeOf(save.error) === "CONFLICT"
              ? "Somebody changed this file first; its facts are read again. Say yours once more."
              : sentenceOf(save.error)}
          </p>
        ) : null}
        <Button
          busy={asked.isWaiting}
          disabledReason={asked.quote ? null : (asked.problem ?? "Looking who can help.")}
          onClick={() => {
            setTyped(null);
            asked.ask();
          }}
        >
          Write alt text
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending} disabledReason={isUnchanged ? "Nothing has changed." : null}>
          Save
        </Button>
      </div>
    </form>
  );
}
