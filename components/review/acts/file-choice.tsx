"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Meter } from "@/components/ui/meter";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { VideoBadge } from "@/components/ui/video/video-badge";
import { studio } from "@/lib/client/query";
import { useAssetUpload } from "@/lib/client/uploads";
import { type ListedAsset, videoOf } from "@/lib/domain/asset/asset-view";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";
import { addresses } from "../addresses";

const OFFERED = 60;

type FileChoiceProps = { chosen: string | null; onChoose: (assetId: string) => void; onUploaded: (assetId: string) => void };

/** The studio's pictures and films, newest first, and the way to add one. What the studio does not take is refused in a sentence. */
export function FileChoice({ chosen, onChoose, onUploaded }: FileChoiceProps) {
  const [name, setName] = useState("");
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const assets = useQuery(studio.asset.list.queryOptions({ input: { name, limit: OFFERED } }));
  // The record of a live session is a file, too, but nothing to look at.
  const offered = assets.data?.items.filter(({ kind }) => kind !== "session");
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
        <Button icon={<FileUp size={14} aria-hidden />} onClick={() => picker.current?.click()}>
          Upload a file
        </Button>
        <input
          ref={picker}
          type="file"
          accept={ACCEPTED_FILES}
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
        <legend className="sr-only">Pictures and films of the studio</legend>
        {assets.isPending ? <Skeleton className="h-20" /> : null}
        {offered?.length === 0 ? (
          <p className="col-span-full py-6 text-center text-xs text-faint">No picture or film has that name.</p>
        ) : null}
        {offered?.map((asset) => (
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
            >
              <FilmBadge asset={asset} />
            </Picture>
            <span className="mt-0.5 block truncate text-2xs text-muted">{asset.fileName}</span>
          </button>
        ))}
      </fieldset>
    </>
  );
}

function FilmBadge({ asset }: { asset: ListedAsset }) {
  const video = videoOf(asset);
  return video && <VideoBadge durationMs={video.durationMs} className="absolute right-0.5 bottom-0.5" />;
}
