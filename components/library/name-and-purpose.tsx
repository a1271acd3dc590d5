import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

export type NameAndPurposeProps = {
  name: string;
  purpose: string;
  onName: (name: string) => void;
  onPurpose: (purpose: string) => void;
  /** Why they were refused, or null. */
  problem?: string | null;
  /** The keyboard begins here, where the fields appear after their dialog. */
  startsHere?: boolean;
};

/** What a pattern is called, and what it is for. */
export function NameAndPurpose({ name, purpose, onName, onPurpose, problem = null, startsHere = false }: NameAndPurposeProps) {
  return (
    <>
      <Field label="Name" error={problem}>
        <Input
          autoFocus={startsHere}
          value={name}
          maxLength={120}
          placeholder="Warm studio product"
          onChange={(event) => onName(event.currentTarget.value)}
        />
      </Field>
      <Field label="Purpose" optional>
        <Textarea
          rows={2}
          value={purpose}
          maxLength={2_000}
          placeholder="What it is for, and what it is not for"
          onChange={(event) => onPurpose(event.currentTarget.value)}
        />
      </Field>
    </>
  );
}
