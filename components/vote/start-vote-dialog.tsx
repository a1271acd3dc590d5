"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { studio } from "@/lib/client/query";
import { voteProblem } from "@/lib/domain/vote/words";

export interface StartVoteDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly variantIds: readonly string[];
}

/** Puts pictures to a blind vote and leads to it. */
export function StartVoteDialog({ open, onOpenChange, variantIds }: StartVoteDialogProps) {
  const router = useRouter();
  const [title, setTitle] = useState("Which is better?");
  const [shown, setShown] = useState("2");
  const start = useMutation(
    studio.vote.start.mutationOptions({
      onSuccess: ({ id }) => {
        onOpenChange(false);
        router.push(`/votes/${id}`);
      },
    }),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={`Blind vote over ${variantIds.length} pictures`}
      description="Nobody sees where a picture comes from. Everybody in the workspace can vote; the ranking is shown when the vote is closed."
      submitLabel="Start the vote"
      busy={start.isPending}
      disabledReason={voteProblem(variantIds.length) ?? (title.trim() === "" ? "Say what is asked." : null)}
      onSubmit={() => start.mutate({ title, variantIds: [...variantIds], shown: Number(shown) })}
    >
      <Field label="Question">
        <Input value={title} maxLength={120} onChange={(event) => setTitle(event.currentTarget.value)} />
      </Field>
      <div className="flex items-center gap-3 text-sm">
        <span className="text-xs font-medium text-muted">Shown at once</span>
        <ToggleGroup
          label="Shown at once"
          value={shown}
          onChange={setShown}
          options={["2", "3", "4"].map((value) => ({ value, label: value }))}
        />
      </div>
    </FormDialog>
  );
}
