"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plug, Radio } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import { quoteOfLength } from "@/lib/domain/live/money";
import { type LiveMode, MAX_MINUTES } from "@/lib/domain/live/session";
import { MODE_WORDS } from "./words";

type Choice = { readonly engine: EngineView; readonly model: EngineModelView };

/** With whom, whose money, how long at most: what it takes to start a session. */
export function StartSessionForm() {
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const failed = engines.error;
  if (failed) return <ErrorState title={sentenceOf(failed)} onRetry={() => void engines.refetch()} retrying={engines.isFetching} />;
  if (!engines.data) return <Skeleton className="h-40" />;
  const choices = engines.data.flatMap((engine) =>
    engine.models.filter(({ category }) => category === "avatar.live").map((model): Choice => ({ engine, model })),
  );
  const usable = choices.filter(({ model }) => model.whyNot === null);
  const [first] = usable;
  if (!first)
    return (
      <EmptyState
        icon={<Radio />}
        title="No engine one can speak with is ready"
        action={
          <ButtonLink href="/settings/engines" icon={<Plug size={14} aria-hidden />}>
            Connections
          </ButtonLink>
        }
      >
        {choices[0]?.model.whyNot ?? "An admin can connect one."}
      </EmptyState>
    );
  return <Fields choices={usable} first={first} />;
}

function Fields({ choices, first }: { choices: readonly Choice[]; first: Choice }) {
  const refusal = useRefusal("run.start");
  const projects = useQuery(studio.project.list.queryOptions({ input: { limit: 100 } }));
  const [chosen, choose] = useState(first.model.modelId);
  const { engine, model } = choices.find((choice) => choice.model.modelId === chosen) ?? first;
  const [avatarId, setAvatar] = useState(engine.connection?.options.avatar ?? "");
  const [projectId, setProject] = useState<string | null>(null);
  const [mode, setMode] = useState<LiveMode>("talk");
  const [minutes, setMinutes] = useState("5");
  const start = useMutation(
    studio.live.start.mutationOptions({
      meta: { isQuiet: true },
      // A whole new document: only those of a session's own page may speak to an engine.
      onSuccess: ({ id }) => window.location.assign(`/live/${id}`),
    }),
  );
  const project = projectId ?? projects.data?.items[0]?.id ?? null;
  const most = /^\d{1,2}$/.test(minutes.trim()) ? Number(minutes) : 0;
  const isLong = most >= 1 && most <= MAX_MINUTES;
  const minute = BigInt(model.enteredMicros ?? model.minuteMicros ?? "0");
  const quote = isLong ? quoteOfLength(most * 60, minute) : null;
  const missing =
    avatarId.trim() === ""
      ? "Name the avatar."
      : project === null
        ? "Choose a project."
        : isLong
          ? null
          : `Enter 1 to ${MAX_MINUTES} minutes.`;
  const submit = () => {
    if (missing !== null || project === null || quote === null || start.isPending) return;
    start.mutate({
      projectId: project,
      engineId: engine.engineId,
      modelId: model.modelId,
      avatarId: avatarId.trim(),
      mode,
      maxMinutes: most,
      quoteMicros: quote.toString(),
    });
  };
  return (
    <form
      aria-label="Start a session"
      className="grid gap-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="Engine">
        <Select
          value={model.modelId}
          onChange={choose}
          options={choices.map(({ engine: { name }, model: each }) => ({ value: each.modelId, label: each.name, hint: name }))}
        />
      </Field>
      <Field label="Project" hint="Whose budget it counts in.">
        <Select
          value={project}
          onChange={setProject}
          options={(projects.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field label="Avatar" hint={`Its id at ${engine.name}.`}>
        <Input mono autoComplete="off" value={avatarId} maxLength={120} onChange={(event) => setAvatar(event.currentTarget.value)} />
      </Field>
      <Field
        label="Minutes at most"
        hint="It ends by itself then; what is not used is released."
        error={isLong ? null : `1 to ${MAX_MINUTES}`}
      >
        <Input inputMode="numeric" value={minutes} maxLength={2} onChange={(event) => setMinutes(event.currentTarget.value)} />
      </Field>
      <Field label="Kind" hint={MODE_WORDS[mode].hint}>
        <Select value={mode} onChange={setMode} options={(["talk", "script"] as const).map((value) => ({ value, ...MODE_WORDS[value] }))} />
      </Field>
      <div className="flex flex-col items-start justify-end gap-1">
        <Button
          type="submit"
          variant="primary"
          icon={<Radio size={14} aria-hidden />}
          busy={start.isPending || start.isSuccess}
          disabledReason={refusal ?? missing}
        >
          Start session
          {quote === null ? null : <Money micros={quote} />}
        </Button>
        <p className="text-xs text-faint">
          <Money micros={minute} as="price" /> a begun minute; the most is held.
        </p>
        {start.error ? (
          <p role="alert" className="text-xs text-bad text-pretty">
            {sentenceOf(start.error)}
          </p>
        ) : null}
      </div>
    </form>
  );
}
