"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { SentPicture } from "./send/checked-pictures";
import { SendMany } from "./send/send-many";

export type SendPicturesDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pictures: readonly SentPicture[];
  /** A first title. */
  title: string;
};

/** Sends pictures that belong to no project in particular to review: the person says to which. */
export function SendPicturesDialog(props: SendPicturesDialogProps) {
  const { open, onOpenChange } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title="Send to review"
      description="A card says what the picture is for and who decides. Exactly these bytes are judged."
    >
      {open ? <SendForm {...props} /> : null}
    </Dialog>
  );
}

function SendForm({ pictures, title, onOpenChange }: SendPicturesDialogProps) {
  const projects = useQuery(studio.project.list.queryOptions({ input: { limit: 200 } }));
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {} }));
  const variantIds = pictures.flatMap(({ variantId }) => variantId ?? []);
  const variants = useQuery({ ...studio.variant.getMany.queryOptions({ input: { variantIds } }), enabled: variantIds.length > 0 });
  const [chosenId, choose] = useState<string | null>(null);
  const failed = projects.error ?? lanes.error ?? variants.error;
  if (failed)
    return (
      <ErrorState
        title={sentenceOf(failed)}
        kept="Nothing was sent."
        onRetry={() => void Promise.all([projects.refetch(), lanes.refetch(), ...(variants.error ? [variants.refetch()] : [])])}
      />
    );
  if (!projects.data || !lanes.data || variants.isLoading) return <Skeleton className="h-72" />;
  const projectId = chosenId ?? projects.data.items[0]?.id;
  if (!projectId) return <ErrorState title="There is no project yet: a card belongs to one." kept="Nothing was sent." />;
  return (
    <>
      <Field label="Project">
        <Select value={projectId} onChange={choose} options={projects.data.items.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <SendMany
        {...{ projectId, pictures, title }}
        lanes={lanes.data}
        // A draft is not meant to go out.
        likely={variants.data?.some(({ quality }) => quality === "draft") ? "exploration" : "production"}
        onSent={() => onOpenChange(false)}
      />
    </>
  );
}
