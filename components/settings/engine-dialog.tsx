"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { hostPattern, refusalOfHost } from "@/lib/domain/engine/allowed-host";
import { isSameAddress, refusalOfBaseUrl } from "@/lib/domain/engine/connection";
import type { EngineView } from "@/lib/domain/engine/engine-view";

/** Connects an engine or changes its connection. What a key was cannot be seen here; leaving it empty keeps it. Mount it to ask. */
export function EngineDialog({ engine, onClose }: { engine: EngineView; onClose: () => void }) {
  const { engineId, name, needs, connection } = engine;
  const queries = useQueryClient();
  const [apiKey, setApiKey] = useState("");
  const [webhookSecret, setWebhookSecret] = useState("");
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? "");
  const [atOnce, setAtOnce] = useState(String(connection?.atOnce ?? ""));
  const [perMinute, setPerMinute] = useState(String(connection?.perMinute ?? ""));
  const [options, setOptions] = useState<Readonly<Record<string, string>>>(connection?.options ?? {});
  const connect = useMutation(
    studio.engine.connect.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
      onSuccess: () => {
        announce({ tone: "ok", text: `${name} is connected. Its key is being tested.` });
        onClose();
      },
    }),
  );
  const address = baseUrl.trim();
  const wrongAddress = address === "" ? null : refusalOfBaseUrl(address);
  const hosts = useQuery(studio.engine.allowedHosts.queryOptions({ input: {} }));
  const allow = useMutation(
    studio.engine.allowHost.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.allowedHosts.key() }),
    }),
  );
  const closed =
    address === "" || wrongAddress !== null || !hosts.data
      ? null
      : refusalOfHost(address, { providers: engine.hosts, added: hosts.data.added, installation: hosts.data.installation });
  const host = closed === null ? null : hostPattern(address);
  const unnamed = needs.options.find(({ key, isRequired }) => isRequired && (options[key] ?? "").trim() === "");
  const isElsewhere = connection !== null && wrongAddress === null && !isSameAddress(connection.baseUrl, address);
  const missing =
    (connection === null || isElsewhere) && needs.key === "required" && apiKey.trim() === ""
      ? isElsewhere
        ? KEY_AGAIN
        : `Enter the key of ${name}.`
      : needs.baseUrl === "required" && address === ""
        ? `Enter the address of your ${name}.`
        : unnamed
          ? `Enter “${unnamed.label}”.`
          : null;
  const submit = () =>
    connect.mutate({
      engineId,
      baseUrl: address === "" ? null : address,
      atOnce: limitOf(atOnce),
      perMinute: limitOf(perMinute),
      options: Object.fromEntries(Object.entries(options).filter(([, value]) => value.trim() !== "")),
      ...(apiKey.trim() !== "" || connection === null || isElsewhere ? { apiKey: apiKey.trim() } : {}),
      ...(webhookSecret.trim() === "" ? {} : { webhookSecret: webhookSecret.trim() }),
    });
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={connection ? `Connection to ${name}` : `Connect ${name}`}
      description="The key is stored sealed and used by the studio alone. Nobody can read it again, you included."
      submitLabel={connection ? "Save and test" : "Connect and test"}
      disabledReason={missing ?? wrongAddress ?? closed}
      busy={connect.isPending}
      onSubmit={submit}
    >
      <Field
        label="Key"
        optional={needs.key === "optional"}
        hint={
          isElsewhere
            ? needs.key === "required"
              ? KEY_AGAIN
              : "The present key is not sent to another address. Enter one for this address, or leave empty for none."
            : connection
              ? `Leave empty to keep the present one (${connection.keyHint}).`
              : undefined
        }
        error={connect.error ? sentenceOf(connect.error) : null}
      >
        <Input
          mono
          type="password"
          autoComplete="off"
          value={apiKey}
          maxLength={4000}
          onChange={(event) => setApiKey(event.currentTarget.value)}
        />
      </Field>
      <Field
        label="Address"
        optional={needs.baseUrl === "optional"}
        hint={
          needs.baseUrl === "required" ? "Where your server answers." : "Only for a proxy or a gateway of your own. Empty: the provider's."
        }
        error={wrongAddress ?? (allow.error ? sentenceOf(allow.error) : closed)}
      >
        <Input
          mono
          inputMode="url"
          autoComplete="off"
          value={baseUrl}
          placeholder={needs.baseUrl === "required" ? "http://192.168.1.20:8188" : "https://…"}
          onChange={(event) => setBaseUrl(event.currentTarget.value)}
        />
      </Field>
      {host !== null && hosts.data?.installation === null ? (
        <div className="flex flex-wrap items-center gap-2 text-xs text-muted">
          <Button size="small" busy={allow.isPending} onClick={() => allow.mutate({ host })}>
            Allow {host}
          </Button>
          Keys and pictures are sent there.
        </div>
      ) : null}
      {needs.options.map(({ key, label, hint, values, isRequired = false }) => (
        <Field key={key} label={label} hint={hint} optional={!isRequired}>
          {values ? (
            <Select
              value={options[key] ?? null}
              onChange={(value) => setOptions({ ...options, [key]: value })}
              options={values.map((value) => ({ value, label: value }))}
            />
          ) : (
            <Input
              mono
              autoComplete="off"
              value={options[key] ?? ""}
              maxLength={200}
              onChange={(event) => setOptions({ ...options, [key]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <div className="grid grid-cols-2 gap-3">
        <Field label="At once" optional hint="Runs, helps and sessions; further ones wait.">
          <Input inputMode="numeric" value={atOnce} maxLength={4} onChange={(event) => setAtOnce(digitsOf(event.currentTarget.value))} />
        </Field>
        <Field label="Runs a minute" optional hint="What your plan allows.">
          <Input
            inputMode="numeric"
            value={perMinute}
            maxLength={4}
            onChange={(event) => setPerMinute(digitsOf(event.currentTarget.value))}
          />
        </Field>
      </div>
      {needs.webhookSecret ? (
        <Field
          label="Webhook secret"
          optional
          hint={
            connection?.hasWebhookSecret
              ? "One is set; leave empty to keep it."
              : "Without one the studio asks the provider from time to time instead."
          }
        >
          <Input
            mono
            type="password"
            autoComplete="off"
            value={webhookSecret}
            onChange={(event) => setWebhookSecret(event.currentTarget.value)}
          />
        </Field>
      ) : null}
    </FormDialog>
  );
}

const KEY_AGAIN = "A key is not sent to another address than it was entered for. Enter the key for this one.";

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** Empty, or none at all: no limit of ours. */
function limitOf(text: string): number | null {
  const limit = Number(text);
  return limit >= 1 ? Math.min(limit, 1_000) : null;
}
