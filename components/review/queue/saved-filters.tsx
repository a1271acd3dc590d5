"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Link2, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { QueueFilter } from "@/lib/domain/review/view";
import type { QueuePlace } from "./use-queue-place";

/** The ways of looking at the queue somebody keeps; each is an address, so it can be sent to somebody else. */
export function SavedFilters({ place }: { place: QueuePlace }) {
  const queries = useQueryClient();
  const filters = useQuery(studio.card.listFilters.queryOptions({ input: {} }));
  const [name, setName] = useState<string | null>(null);
  const [renaming, rename] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const { view, laneId, sort, layout } = place;
  const filter: QueueFilter = { view, laneId, sort, layout };
  const readAgain = () => queries.invalidateQueries({ queryKey: studio.card.listFilters.key() });
  const save = useMutation({
    mutationFn: (as: string) => rpc.card.saveFilter({ name: as, filter }),
    onSuccess: (saved) => announce({ tone: "ok", text: `“${saved.name}” is kept.` }),
    onSettled: readAgain,
  });
  const renamed = useMutation({
    mutationFn: ({ id, name: to }: { id: string; name: string }) => rpc.card.renameFilter({ filterId: id, name: to.trim() }),
    onSuccess: (saved) => announce({ tone: "ok", text: `It is called “${saved.name}” now.` }),
    onSettled: readAgain,
  });
  const remove = useMutation({ mutationFn: (filterId: string) => rpc.card.removeFilter({ filterId }), onSettled: readAgain });
  const kept = filters.data ?? [];
  const here = kept.find((each) => JSON.stringify(each.filter) === JSON.stringify(filter));
  const copy = async () =>
    (await copyText(window.location.href))
      ? announce({ tone: "ok", text: "The address of this view is copied." })
      : announce({ tone: "warn", text: "Your browser keeps the clipboard shut here. Copy the address from its bar: it is this view." });
  return (
    <>
      <Menu
        trigger={
          <Button size="small" icon={<Bookmark size={14} aria-hidden />}>
            {here?.name ?? "Filters"}
          </Button>
        }
      >
        {kept.map((each) => (
          <MenuItem key={each.id} icon={<Bookmark size={14} aria-hidden />} onSelect={() => place.apply(each.filter)}>
            {each.name}
          </MenuItem>
        ))}
        {kept.length > 0 ? <MenuSeparator /> : null}
        <MenuItem icon={<BookmarkPlus size={14} aria-hidden />} onSelect={() => setName(here?.name ?? "")}>
          Keep this view…
        </MenuItem>
        <MenuItem icon={<Link2 size={14} aria-hidden />} onSelect={() => void copy()}>
          Copy its address
        </MenuItem>
        {here ? (
          <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => rename({ id: here.id, name: here.name })}>
            Rename “{here.name}”…
          </MenuItem>
        ) : null}
        {here ? (
          <MenuItem danger icon={<Trash2 size={14} aria-hidden />} onSelect={() => remove.mutate(here.id)}>
            Forget “{here.name}”
          </MenuItem>
        ) : null}
      </Menu>
      <FormDialog
        open={renaming !== null}
        onOpenChange={(open) => !open && rename(null)}
        title="Rename this view"
        size="small"
        submitLabel="Rename it"
        busy={renamed.isPending}
        disabledReason={(renaming?.name ?? "").trim() === "" ? "A filter needs a name." : null}
        onSubmit={() => renaming && renamed.mutate(renaming, { onSuccess: () => rename(null) })}
      >
        <Field label="Name">
          <Input
            value={renaming?.name ?? ""}
            maxLength={60}
            onChange={(event) => renaming && rename({ ...renaming, name: event.target.value })}
          />
        </Field>
      </FormDialog>
      <FormDialog
        open={name !== null}
        onOpenChange={(open) => !open && setName(null)}
        title="Keep this view"
        description="Lane, order and layout as you see them now, under a name of yours. The same name again replaces it."
        size="small"
        submitLabel="Keep it"
        busy={save.isPending}
        disabledReason={(name ?? "").trim() === "" ? "A filter needs a name." : null}
        onSubmit={() => save.mutate((name ?? "").trim(), { onSuccess: () => setName(null) })}
      >
        <Field label="Name">
          <Input value={name ?? ""} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Field>
      </FormDialog>
    </>
  );
}
