"use client";
import { useMutation } from "@tanstack/react-query";
import { MonitorPlay } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { rpc } from "@/lib/client/rpc";
import { addresses } from "../addresses";

/** A playlist of the chosen cards, to look at together. */
export function MakePlaylist({ cardIds }: { cardIds: readonly string[] }) {
  const router = useRouter();
  const [name, setName] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: (as: string) => rpc.playlist.create({ name: as, cardIds: [...cardIds] }),
    onSuccess: ({ id }) => router.push(addresses.playlist(id)),
  });
  return (
    <>
      <Button size="small" icon={<MonitorPlay size={14} aria-hidden />} onClick={() => setName("Dailies")}>
        Make a playlist
      </Button>
      <FormDialog
        open={name !== null}
        onOpenChange={(open) => !open && setName(null)}
        title="Make a playlist"
        description="For a review session: you present, everybody present sees the same card."
        size="small"
        submitLabel="Make it"
        busy={make.isPending}
        disabledReason={(name ?? "").trim() === "" ? "A playlist needs a name." : null}
        onSubmit={() => make.mutate((name ?? "").trim())}
      >
        <Field label="Name">
          <Input value={name ?? ""} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
      </FormDialog>
    </>
  );
}
