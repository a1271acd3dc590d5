"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { hostPattern } from "@/lib/domain/engine/allowed-host";
import { SettingsSection } from "./settings-section";
import { MANAGED_BY_ADMINS } from "./words";

/** Which hosts an address of one's own may name: keys and pictures are sent there. */
export function AllowedHosts({ manages }: { manages: boolean }) {
  const queries = useQueryClient();
  const hosts = useQuery(studio.engine.allowedHosts.queryOptions({ input: {} }));
  const [text, setText] = useState("");
  const again = { meta: { isQuiet: true }, onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.allowedHosts.key() }) };
  const allow = useMutation(studio.engine.allowHost.mutationOptions({ ...again, onSuccess: () => setText("") }));
  const disallow = useMutation(studio.engine.disallowHost.mutationOptions(again));
  const wrong = text.trim() !== "" && hostPattern(text) === null ? "Enter a host, for example gateway.example.com." : null;
  const problem = allow.error ?? disallow.error;
  const reason = manages ? null : MANAGED_BY_ADMINS;
  return (
    <SettingsSection
      title="Allowed hosts"
      note="A connection with an address of its own – a gateway, a proxy, a hosted server – may name the provider's own hosts, your own network, and these."
    >
      {hosts.error ? (
        <ErrorState title={sentenceOf(hosts.error)} onRetry={() => void hosts.refetch()} retrying={hosts.isFetching} />
      ) : !hosts.data ? (
        <Skeleton className="h-16" />
      ) : hosts.data.installation ? (
        <>
          <p className="text-sm text-muted text-pretty">
            Whoever runs this installation has set the list; besides the providers&apos; own hosts only these are allowed:
          </p>
          <HostList hosts={hosts.data.installation} none="None." />
        </>
      ) : (
        <>
          <HostList
            hosts={hosts.data.added}
            none="None was added."
            act={(host) => (
              <IconButton
                size="small"
                label={`Remove ${host}`}
                icon={<X size={13} aria-hidden />}
                disabledReason={reason}
                onClick={() => disallow.mutate({ host })}
              />
            )}
          />
          <form
            className="mt-3 flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (reason === null && wrong === null && text.trim() !== "") allow.mutate({ host: text.trim() });
            }}
          >
            <Field label="Host" className="min-w-56 flex-1" error={wrong ?? (problem ? sentenceOf(problem) : null)}>
              <Input
                mono
                autoComplete="off"
                maxLength={300}
                placeholder="gateway.example.com"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </Field>
            <Button
              type="submit"
              icon={<Plus size={13} aria-hidden />}
              busy={allow.isPending}
              disabledReason={reason ?? (text.trim() === "" ? "Enter a host first." : wrong)}
            >
              Allow
            </Button>
          </form>
        </>
      )}
    </SettingsSection>
  );
}

function HostList({ hosts, none, act }: { hosts: readonly string[]; none: string; act?: (host: string) => React.ReactNode }) {
  if (hosts.length === 0) return <p className="text-sm text-faint">{none}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {hosts.map((host) => (
        <li key={host} className="flex min-h-8 items-center justify-between gap-3 py-1 text-sm">
          <span className="min-w-0 truncate font-mono">{host}</span>
          {act?.(host)}
        </li>
      ))}
    </ul>
  );
}
