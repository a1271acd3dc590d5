"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive, Ellipsis, Link2, Pencil, Save } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import type { ComparisonView, SavedView } from "@/lib/domain/compare/comparison";

type Change = { readonly name?: string; readonly view?: SavedView; readonly archived?: boolean };

/** What can be done with a saved comparison; all of it can be undone. */
export function ComparisonMenu({ comparison, viewNow }: { comparison: ComparisonView; viewNow: () => SavedView }) {
  const { id: comparisonId } = comparison;
  const queries = useQueryClient();
  const undoable = useUndoable();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState(comparison.name);
  const key = studio.comparison.get.queryKey({ input: { comparisonId } });
  const change = useMutation(studio.comparison.change.mutationOptions({ onSuccess: (changed) => queries.setQueryData(key, changed) }));
  const put = (wanted: Change) => {
    // As it stands when it is this step's turn, not when it was pressed.
    const version = queries.getQueryData<ComparisonView>(key)?.version ?? comparison.version;
    return change.mutateAsync({ comparisonId, version, ...wanted });
  };
  const act = (title: string, forth: Change, back: Change, said: string) => {
    const step = { title, forth: () => put(forth), back: () => put(back) };
    // The refusal is announced by the query client.
    undoable(step, () => ({ tone: "ok", text: said })).catch(() => undefined);
  };
  return (
    <>
      <Menu trigger={<IconButton label={`Acts on ${comparison.name}`} icon={<Ellipsis size={15} aria-hidden />} />}>
        <MenuItem
          icon={<Save size={13} aria-hidden />}
          onSelect={() => act("saving the view", { view: viewNow() }, { view: comparison.view }, "The view is saved.")}
        >
          Save this view
        </MenuItem>
        <MenuItem
          icon={<Link2 size={13} aria-hidden />}
          onSelect={() =>
            void navigator.clipboard.writeText(`${location.origin}/compare/${comparisonId}`).then(
              () => announce({ tone: "ok", text: "The link is copied." }),
              () =>
                announce({ tone: "warn", text: "The browser did not let the link be copied.", detail: "It is the address of this page." }),
            )
          }
        >
          Copy the link
        </MenuItem>
        <MenuItem icon={<Pencil size={13} aria-hidden />} onSelect={() => setNaming(true)}>
          Rename
        </MenuItem>
        <MenuItem
          icon={<Archive size={13} aria-hidden />}
          onSelect={() =>
            comparison.isArchived
              ? act("restoring the comparison", { archived: false }, { archived: true }, "The comparison is in the list again.")
              : act("archiving the comparison", { archived: true }, { archived: false }, "The comparison is archived.")
          }
        >
          {comparison.isArchived ? "Restore" : "Archive"}
        </MenuItem>
      </Menu>
      <FormDialog
        open={isNaming}
        onOpenChange={setNaming}
        size="small"
        title="Rename the comparison"
        submitLabel="Rename"
        busy={change.isPending}
        disabledReason={name.trim() === "" ? "Give the comparison a name." : null}
        onSubmit={() => {
          setNaming(false);
          act("renaming the comparison", { name }, { name: comparison.name }, "The comparison has another name.");
        }}
      >
        <Field label="Name">
          <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
      </FormDialog>
    </>
  );
}
