"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { refusalOfEndpoint, type WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { WEBHOOK_KINDS, type WebhookKind } from "@/lib/domain/webhook/fact";
import { ShownOnce } from "./shown-once";
import { KIND_WORDS } from "./webhook-words";

/** Where messages go and what they are about: of a new webhook, whose secret is then shown once, or of one that exists. Mount it to ask. */
export function WebhookDialog({ endpoint, onClose }: { endpoint: WebhookEndpointView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [url, setUrl] = useState(endpoint?.url ?? "");
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(endpoint?.kinds ?? ["run.finished"]);
  const options = { meta: { isQuiet: true }, onSettled: () => queries.invalidateQueries({ queryKey: studio.webhook.key() }) };
  const create = useMutation(studio.webhook.create.mutationOptions(options));
  const edit = useMutation(studio.webhook.edit.mutationOptions({ ...options, onSuccess: onClose }));
  if (create.data) return <SecretDialog title="The webhook is added" secret={create.data.secret} onClose={onClose} />;
  const problem = create.error ?? edit.error;
  const refusal =
    url.trim() === ""
      ? "Enter the address messages are sent to."
      : (refusalOfEndpoint(url.trim()) ?? (kinds.length === 0 ? "Choose at least one kind of message." : null));
  const submit = () => {
    const said = { url: url.trim(), kinds: [...kinds] };
    if (endpoint) edit.mutate({ endpointId: endpoint.id, version: endpoint.version, ...said });
    else create.mutate(said);
  };
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={endpoint ? "Change the webhook" : "New webhook"}
      description="Messages are posted as JSON and signed, so that whoever receives them knows that they are ours."
      submitLabel={endpoint ? "Save" : "Add the webhook"}
      disabledReason={refusal}
      busy={create.isPending || edit.isPending}
      onSubmit={submit}
    >
      <Field label="Address" error={problem ? sentenceOf(problem) : null}>
        <Input
          mono
          type="url"
          value={url}
          maxLength={2_000}
          autoComplete="off"
          placeholder="https://shop.example.com/selects"
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      </Field>
      <fieldset className="grid grid-cols-1 gap-1.5 sm:grid-cols-2">
        <legend className="mb-1 text-xs font-medium text-muted">Told of</legend>
        {WEBHOOK_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={KIND_WORDS[kind].label}
            hint={KIND_WORDS[kind].hint}
            checked={kinds.includes(kind)}
            onChange={(isOn) => setKinds(WEBHOOK_KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one))))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** A webhook's secret at the only moment it is known. */
export function SecretDialog({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      description="Give this secret to the program that receives: it tells our messages from anybody else's."
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <ShownOnce label="Secret" secret={secret}>
        It is shown this once. A lost secret is replaced by a new one, not found.
      </ShownOnce>
    </Dialog>
  );
}
