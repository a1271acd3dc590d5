"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { refusalOfEndpoint } from "@/lib/domain/webhook/endpoint";

const EMPTY = { name: "", endpoint: "", region: "us-east-1", bucket: "", prefix: "", accessKeyId: "", secretKey: "" };
type Typed = typeof EMPTY;

const FIELDS = [
  { key: "name", label: "Name", hint: "How people choose it.", placeholder: "Shop" },
  { key: "endpoint", label: "Address of the store", placeholder: "https://s3.eu-central-1.amazonaws.com" },
  { key: "region", label: "Region" },
  { key: "bucket", label: "Bucket" },
  { key: "prefix", label: "Prefix", hint: "Stands before every name.", placeholder: "spring/", isOptional: true },
  { key: "accessKeyId", label: "Access key" },
  { key: "secretKey", label: "Secret key", hint: "Sealed at once; nobody is shown it again.", isSecret: true },
] as const satisfies readonly {
  key: keyof Typed;
  label: string;
  hint?: string;
  placeholder?: string;
  isOptional?: boolean;
  isSecret?: boolean;
}[];

/** A new bucket. Mount it to ask. */
export function TargetDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [pathStyle, setPathStyle] = useState(true);
  const add = useMutation(
    studio.delivery.addTarget.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onClose,
      onSettled: () => queries.invalidateQueries({ queryKey: studio.delivery.key() }),
    }),
  );
  const missing = FIELDS.find((field) => !("isOptional" in field) && typed[field.key].trim() === "");
  const refusal = missing ? `Enter: ${missing.label.toLowerCase()}.` : refusalOfEndpoint(typed.endpoint.trim());
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="New delivery target"
      description="The key needs to be allowed to put objects into this bucket, and nothing else."
      submitLabel="Add the target"
      disabledReason={refusal}
      busy={add.isPending}
      onSubmit={() => add.mutate({ ...typed, pathStyle })}
    >
      {add.error ? (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm">
          {sentenceOf(add.error)}
        </p>
      ) : null}
      {FIELDS.map((field) => (
        <Field key={field.key} label={field.label} hint={"hint" in field ? field.hint : undefined} optional={"isOptional" in field}>
          <Input
            value={typed[field.key]}
            type={"isSecret" in field ? "password" : "text"}
            autoComplete={"isSecret" in field ? "new-password" : "off"}
            placeholder={"placeholder" in field ? field.placeholder : ""}
            mono={field.key !== "name"}
            onChange={(event) => setTyped({ ...typed, [field.key]: event.target.value })}
          />
        </Field>
      ))}
      <Checkbox
        label="The bucket stands in the path"
        hint="As most stores but Amazon's newest want it."
        checked={pathStyle}
        onChange={setPathStyle}
      />
    </FormDialog>
  );
}
