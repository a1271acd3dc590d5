"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { ImageUp } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Meter } from "@/components/ui/meter";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { useAssetUpload } from "@/lib/client/uploads";
import { IMAGE_ENDINGS } from "@/lib/domain/asset/file-type";
import type { CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import { consequence } from "../send/consequence";
import type { CardActing } from "../use-card-act";

const OFFERED = 60;
const TAKEN = Object.keys(IMAGE_ENDINGS).join(",");

/** Submits a file that was not made by a run: finished by hand, or already in the studio. */
export function SubmitFileDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [assetId, choose] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const lacks = card.acts.submit.reason ?? (assetId === null ? "Choose or upload the file first." : null);
  // By hand: what whoever makes it uploads is the attempt they are waited for.
  const isAwaited = card.maker !== null;
  const submit = (assetId: string | null) => {
    if (assetId === null) return;
    acting.run(
      {
        said: `Attempt ${card.attempts.length + 1} of “${card.title}” waits for a decision.`,
        call: () => rpc.card.submit({ cardId: card.id, assetId, note: note.trim(), seenAttempt: card.attempts.length }),
      },
      onClose,
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Submit a file"
      description={consequence(card)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={() => submit(assetId)}>
            Submit as attempt {card.attempts.length + 1}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FileChoice
          chosen={assetId}
          onChoose={choose}
          onUploaded={(id) => {
            choose(id);
            if (isAwaited && card.acts.submit.allowed) submit(id);
          }}
        />
        {card.maker ? (
          <p className="text-xs text-muted">{card.maker.name} makes this one by hand: what is uploaded here becomes the attempt at once.</p>
        ) : null}
        <Field label="Note to the reviewer" optional>
          <Textarea rows={2} value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

type FileChoiceProps = { chosen: string | null; onChoose: (assetId: string) => void; onUploaded: (assetId: string) => void };

/** The studio's pictures, newest first, and the way to add one. */
function FileChoice({ chosen, onChoose, onUploaded }: FileChoiceProps) {
  const [name, setName] = useState("");
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const assets = useQuery(studio.asset.list.queryOptions({ input: { kind: "image", name, limit: OFFERED } }));
  const upload = useAssetUpload({
    onDone: (asset) => {
      void queries.invalidateQueries({ queryKey: studio.asset.list.key() });
      onUploaded(asset.id);
    },
    onError: (sentence) => announce({ tone: "bad", text: sentence }),
  });
  return (
    <>
      <div className="flex items-end gap-2">
        <Field label="Find by name" labelHidden className="flex-1">
          <Input value={name} maxLength={200} placeholder="Find by name" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button icon={<ImageUp size={14} aria-hidden />} onClick={() => picker.current?.click()}>
          Upload a file
        </Button>
        <input
          ref={picker}
          type="file"
          accept={TAKEN}
          aria-label="File to upload"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            upload.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {upload.files.map((file) => (
        <Meter key={file.id} label={file.fileName} fraction={file.fraction === 1 ? null : file.fraction} />
      ))}
      <fieldset className="grid max-h-64 min-w-0 grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2 overflow-y-auto p-0.5">
        <legend className="sr-only">Pictures of the studio</legend>
        {assets.isPending ? <Skeleton className="h-20" /> : null}
        {assets.data?.items.length === 0 ? (
          <p className="col-span-full py-6 text-center text-xs text-faint">No picture has that name.</p>
        ) : null}
        {assets.data?.items.map((asset) => (
          <button
            key={asset.id}
            type="button"
            aria-pressed={asset.id === chosen}
            onClick={() => onChoose(asset.id)}
            className={clsx(
              "rounded-md border-2 p-0.5 text-left",
              asset.id === chosen ? "border-accent-ink" : "border-transparent hover:border-line-strong",
            )}
          >
            <Picture
              src={addresses.picture(asset.id, "thumb")}
              width={asset.width}
              height={asset.height}
              thumbHash={asset.thumbHash}
              alt=""
              className="h-16 w-full rounded-sm"
            />
            <span className="mt-0.5 block truncate text-2xs text-muted">{asset.fileName}</span>
          </button>
        ))}
      </fieldset>
    </>
  );
}
