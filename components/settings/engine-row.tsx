"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Clock, Plug } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { StandingBadge } from "@/components/ui/standing-badge";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { lookOf, runsWait } from "@/lib/domain/engine/breaker";
import { CHECK_WORDS } from "@/lib/domain/engine/connection";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import { ConfirmDialog } from "./confirm-dialog";
import { MANAGED_BY_ADMINS } from "./words";

export type EngineRowProps = {
  engine: EngineView;
  /** Whether the person may connect engines. */
  manages: boolean;
  /** Whether the person may say what a model costs. */
  prices: boolean;
  onConnect: () => void;
  onPrice: (model: EngineModelView) => void;
};

/** One engine: its state, its acts, and its models once there is something to choose. */
export function EngineRow({ engine, manages, prices, onConnect, onPrice }: EngineRowProps) {
  const { name, isBuiltIn, connection, models } = engine;
  const usable = models.filter(({ whyNot }) => whyNot === null).length;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex items-center gap-2 text-sm font-medium">
            <span className="truncate">{name}</span>
            <State engine={engine} />
          </p>
          <p className="text-xs text-faint text-pretty">
            {isBuiltIn ? (
              "Inside this studio: no key, no network."
            ) : connection ? (
              <Facts engine={engine} />
            ) : models.length === 0 ? (
              WORDS_ONLY
            ) : (
              modelNames(models)
            )}
          </p>
        </div>
        {isBuiltIn ? null : connection ? (
          <Acts engine={engine} manages={manages} onChange={onConnect} />
        ) : (
          <Button
            size="small"
            icon={<Plug size={13} aria-hidden />}
            disabledReason={manages ? null : MANAGED_BY_ADMINS}
            onClick={onConnect}
            aria-label={`Connect ${name}`}
          >
            Connect
          </Button>
        )}
      </div>
      {connection && models.length > 0 ? (
        <details className="mt-1 text-sm" open={usable < models.length}>
          <summary className="cursor-default rounded-sm text-xs text-muted hover:text-ink">
            {usable} of {models.length} models can be chosen
          </summary>
          <ul className="mt-1 divide-y divide-line">
            {models.map((model) => (
              <ModelRow key={model.modelId} model={model} prices={prices} onPrice={() => onPrice(model)} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

/** What an engine without models of pictures is for. */
const WORDS_ONLY = "Rewrites and varies prompts, looks for faults, writes alternative text. Any server with OpenAI's chat endpoint.";

const modelNames = (models: readonly EngineModelView[]) =>
  `${models
    .slice(0, 3)
    .map(({ name }) => name)
    .join(", ")}${models.length > 3 ? ` and ${models.length - 3} more` : ""}`;

function State({ engine: { isBuiltIn, connection, health } }: { engine: EngineView }) {
  if (isBuiltIn)
    return (
      <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
        Built in
      </Badge>
    );
  if (connection === null || health === null) return null;
  if (connection.check === null) return <Badge icon={<Clock size={12} aria-hidden />}>Being tested</Badge>;
  return <StandingBadge {...lookOf(health)} />;
}

function Facts({ engine: { connection, health } }: { engine: EngineView }) {
  if (connection === null) return null;
  const { keyHint, baseUrl, connectedBy, connectedAt, check, atOnce, perMinute, options } = connection;
  return (
    <>
      {options.model ? <>{options.model} · </> : null}key <span className="font-mono">{keyHint}</span>
      {baseUrl ? <> · {baseUrl}</> : null} · {connectedBy}, <RelativeTime at={connectedAt} />
      {atOnce === null ? null : <> · {atOnce} at once</>}
      {perMinute === null ? null : <> · {perMinute} a minute</>}
      {health && (health.state === "shaky" || runsWait(health)) ? <span className="block text-warn">{health.sentence}</span> : null}
      {check ? (
        <span className="block text-muted">
          Key test <RelativeTime at={check.at} />: {check.reason || `${CHECK_WORDS[check.outcome].toLowerCase()}.`}
        </span>
      ) : null}
    </>
  );
}

function Acts({ engine: { engineId, name }, manages, onChange }: { engine: EngineView; manages: boolean; onChange: () => void }) {
  const queries = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const again = { meta: { isQuiet: true }, onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }) };
  const check = useMutation(studio.engine.check.mutationOptions(again));
  const leave = useMutation(
    studio.engine.disconnect.mutationOptions({
      ...again,
      onSuccess: () => {
        setLeaving(false);
        announce({ tone: "ok", text: `${name} is not connected any more. Its key is gone.` });
      },
    }),
  );
  const reason = manages ? null : MANAGED_BY_ADMINS;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button
        size="small"
        disabledReason={reason}
        busy={check.isPending}
        onClick={() => check.mutate({ engineId })}
        aria-label={`Test ${name}`}
      >
        Test
      </Button>
      <Button size="small" disabledReason={reason} onClick={onChange} aria-label={`Change ${name}`}>
        Change
      </Button>
      <Button size="small" disabledReason={reason} onClick={() => setLeaving(true)} aria-label={`Disconnect ${name}`}>
        Disconnect
      </Button>
      {isLeaving ? (
        <ConfirmDialog
          title={`Disconnect ${name}?`}
          description="Its key is removed and its models cannot be chosen any more. Pictures made with it stay as they are."
          act="Disconnect"
          busy={leave.isPending}
          problem={leave.error ? sentenceOf(leave.error) : null}
          onConfirm={() => leave.mutate({ engineId })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </div>
  );
}

const BILLED_WORDS = { second: "a second", minute: "a minute", image: "each", other: "each" } as const satisfies Record<
  EngineModelView["billedPer"],
  string
>;

function ModelRow({ model, prices, onPrice }: { model: EngineModelView; prices: boolean; onPrice: () => void }) {
  const { name, whyNot, priceFrom, enteredMicros, minuteMicros, billedPer } = model;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate">{name}</p>
        {whyNot ? <p className="text-xs text-warn text-pretty">{whyNot}</p> : null}
      </div>
      <p className="text-xs text-muted">
        {enteredMicros !== null ? (
          <>
            <Money micros={enteredMicros} as="price" /> {BILLED_WORDS[billedPer]}, entered by a lead
          </>
        ) : minuteMicros !== null ? (
          <>
            <Money micros={minuteMicros} as="price" /> a minute, from the catalogue
          </>
        ) : priceFrom === "catalogue" ? (
          "price from the catalogue"
        ) : (
          "no price"
        )}
      </p>
      <Button
        size="small"
        disabledReason={prices ? null : "A lead or an admin does this."}
        onClick={onPrice}
        aria-label={`Price of ${name}`}
      >
        Price
      </Button>
    </li>
  );
}
