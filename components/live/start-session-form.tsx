"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plug, Radio } from "lucide-react";
import { useSearchParams } from "next/navigation";
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
import { type LivePrice, quoteOfLength } from "@/lib/domain/live/money";
import type { LiveOffer } from "@/lib/domain/live/offers";
import { type LiveMode, MAX_MINUTES } from "@/lib/domain/live/session";
import type { LiveSessionPage } from "@/lib/domain/live/view";
import { AvatarPicker } from "./avatar-picker";
import { useOffers } from "./use-offers";
import { MODE_WORDS } from "./words";

type Choice = { readonly engine: EngineView; readonly model: EngineModelView };

/** With whom, whose money, how long at most: what it takes to start a session. */
export function StartSessionForm() {
  const like = useSearchParams().get("like");
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const before = useQuery({
    ...studio.live.get.queryOptions({ input: { sessionId: like ?? "" }, meta: { isQuiet: true } }),
    enabled: like !== null,
    retry: false,
  });
  const failed = engines.error;
  if (failed) return <ErrorState title={sentenceOf(failed)} onRetry={() => void engines.refetch()} retrying={engines.isFetching} />;
  if (!engines.data || (like !== null && before.isPending)) return <Skeleton className="h-40" />;
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
  return <Fields choices={usable} first={first} like={before.data ?? null} />;
}

/** The avatar's own voice, and no context, stand for none in a list of them. */
const OWN = "own";

function Fields({ choices, first, like }: { choices: readonly Choice[]; first: Choice; like: LiveSessionPage | null }) {
  const refusal = useRefusal("run.start");
  const projects = useQuery(studio.project.list.queryOptions({ input: { limit: 100 } }));
  const [chosen, choose] = useState(like?.modelId ?? first.model.modelId);
  const { engine, model } = choices.find((choice) => choice.model.modelId === chosen) ?? first;
  const known = useOffers(engine.engineId, refusal === null);
  const [named, setAvatar] = useState<string | null>(like?.avatarId ?? null);
  const avatarId = named ?? engine.connection?.options.avatar ?? "";
  const [voiceId, setVoice] = useState(like?.voiceId ?? OWN);
  const [contextId, setContext] = useState(like?.contextId ?? OWN);
  const [projectId, setProject] = useState<string | null>(like?.projectId ?? null);
  const takesText = model.live?.takesText ?? true;
  const [kind, setMode] = useState<LiveMode>(like?.mode ?? "talk");
  const mode = takesText ? kind : "talk";
  const longest = model.live?.maxMinutes ?? MAX_MINUTES;
  const [minutes, setMinutes] = useState(String(Math.min(longest, like ? Math.round(like.maxSeconds / 60) : 5)));
  const start = useMutation(
    studio.live.start.mutationOptions({
      meta: { isQuiet: true },
      // A whole new document: only those of a session's own page may speak to an engine.
      onSuccess: ({ id }) => window.location.assign(`/live/${id}`),
    }),
  );
  const project = projectId ?? projects.data?.items[0]?.id ?? null;
  const most = /^\d{1,2}$/.test(minutes.trim()) ? Number(minutes) : 0;
  const isLong = most >= 1 && most <= longest;
  const price: LivePrice = {
    startMicros: model.enteredMicros === null ? BigInt(model.live?.startMicros ?? "0") : 0n,
    minuteMicros: BigInt(model.enteredMicros ?? model.minuteMicros ?? "0"),
  };
  const quote = isLong ? quoteOfLength(most * 60, price) : null;
  const missing =
    avatarId.trim() === ""
      ? "Choose an avatar."
      : project === null
        ? "Choose a project."
        : isLong
          ? null
          : `Enter 1 to ${longest} minutes.`;
  const submit = () => {
    if (missing !== null || project === null || quote === null || start.isPending) return;
    start.mutate({
      projectId: project,
      engineId: engine.engineId,
      modelId: model.modelId,
      avatarId: avatarId.trim(),
      ...(voiceId === OWN ? {} : { voiceId }),
      ...(contextId === OWN ? {} : { contextId }),
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
          onChange={(modelId) => {
            choose(modelId);
            // What was chosen is the other engine's.
            setAvatar(null);
            setVoice(OWN);
            setContext(OWN);
          }}
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
      <AvatarPicker engineName={engine.name} known={known} value={avatarId} onChange={setAvatar} />
      {known.offers.voices.length > 0 ? (
        <Field label="Voice">
          <Select
            value={voiceId}
            onChange={setVoice}
            options={[{ value: OWN, label: "The avatar's own" }, ...optionsOf(known.offers.voices)]}
          />
        </Field>
      ) : null}
      {known.offers.contexts.length > 0 ? (
        <Field label="Context" hint={`What it knows, and how it behaves; written at ${engine.name}.`}>
          <Select value={contextId} onChange={setContext} options={[{ value: OWN, label: "None" }, ...optionsOf(known.offers.contexts)]} />
        </Field>
      ) : null}
      <Field label="Minutes at most" hint="It ends by itself then; what is not used is released." error={isLong ? null : `1 to ${longest}`}>
        <Input inputMode="numeric" value={minutes} maxLength={2} onChange={(event) => setMinutes(event.currentTarget.value)} />
      </Field>
      {takesText ? (
        <Field label="Kind" hint={MODE_WORDS[mode].hint}>
          <Select
            value={mode}
            onChange={setMode}
            options={(["talk", "script"] as const).map((value) => ({ value, ...MODE_WORDS[value] }))}
          />
        </Field>
      ) : (
        <p className="self-center text-xs text-muted text-pretty">
          It hears and answers; it cannot be written to. Have a microphone at hand.
        </p>
      )}
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
          <Money micros={price.minuteMicros} as="price" /> a begun minute
          {price.startMicros > 0n ? (
            <>
              , <Money micros={price.startMicros} as="price" /> to begin
            </>
          ) : null}
          ; the most is held.
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

const optionsOf = (offers: readonly LiveOffer[]) =>
  offers.map(({ id, name, note }) => ({ value: id, label: name, ...(note === null ? {} : { hint: note }) }));
