"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";

const NEW = "new";

export type CollectDialogProps = {
  count: number;
  onClose: () => void;
  onCollect: (collectionId: string, name: string) => void;
};

/** Puts what is selected into a collection, or into a new one. */
export function CollectDialog({ count, onClose, onCollect }: CollectDialogProps) {
  const collections = useQuery(studio.collection.list.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [isBusy, setBusy] = useState(false);
  const list = collections.data ?? [];
  const into = chosen ?? list[0]?.id ?? NEW;
  const submit = async () => {
    setBusy(true);
    try {
      const collection = into === NEW ? await rpc.collection.create({ name: name.trim() }) : list.find(({ id }) => id === into);
      if (collection) onCollect(collection.id, collection.name);
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Put ${count === 1 ? "this file" : `${count.toLocaleString("en")} files`} into a collection`}
      size="small"
      submitLabel="Put in"
      busy={isBusy}
      disabledReason={into === NEW && name.trim() === "" ? "Give the new collection a name." : null}
      onSubmit={() => void submit()}
    >
      <Field label="Collection">
        <Select
          value={into}
          onChange={setChosen}
          options={[
            ...list.map((collection) => ({ value: collection.id, label: collection.name })),
            { value: NEW, label: "New collection…" },
          ]}
        />
      </Field>
      {into === NEW ? (
        <Field label="Name">
          <Input value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
      ) : null}
    </FormDialog>
  );
}
