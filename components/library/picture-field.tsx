"use client";
import { useQuery } from "@tanstack/react-query";
import { ImagePlus, Upload } from "lucide-react";
import { type ReactElement, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useAssetUpload } from "@/lib/client/uploads";
import { ACCEPTED_IMAGES } from "@/lib/domain/asset/file-type";

const SHOWN = 24;

export type PictureFieldProps = {
  /** What the picture is for, as its button and its panel are called. */
  label: string;
  /** The button that opens it; one with the label without. */
  trigger?: ReactElement<Record<string, unknown>>;
  onChoose: (assetId: string) => void;
};

/** Chooses a picture: one of the newest of the workspace, one found by name, or a new file. */
export function PictureField({ label, trigger, onChoose }: PictureFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      title={label}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        trigger ?? (
          <Button size="small" icon={<ImagePlus size={13} aria-hidden />}>
            {label}
          </Button>
        )
      }
    >
      <Choice
        label={label}
        onChoose={(assetId) => {
          onChoose(assetId);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function Choice({ label, onChoose }: { label: string; onChoose: (assetId: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const assets = useQuery(
    studio.asset.list.queryOptions({ input: { kind: "image", limit: SHOWN, name }, placeholderData: (before) => before }),
  );
  const uploads = useAssetUpload({ onDone: ({ id }) => onChoose(id), onError: setProblem });
  return (
    <div className="grid gap-2 p-3">
      <div className="flex gap-1.5">
        <SearchField label="Search pictures" value={name} onChange={setName} className="min-w-0 flex-1" />
        <Button size="small" icon={<Upload size={13} aria-hidden />} busy={uploads.files.length > 0} onClick={() => file.current?.click()}>
          File
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept={ACCEPTED_IMAGES}
          aria-label={`A file: ${label}`}
          onChange={(event) => {
            setProblem(null);
            uploads.add([...(event.currentTarget.files ?? [])].slice(0, 1));
            event.currentTarget.value = "";
          }}
        />
      </div>
      {problem ? <p className="text-xs text-bad">{problem}</p> : null}
      {assets.error ? <p className="text-xs text-bad">{sentenceOf(assets.error)}</p> : null}
      {assets.data?.items.length === 0 ? (
        <p className="py-4 text-center text-xs text-faint">{name === "" ? "No pictures yet. Add a file." : "No picture is called so."}</p>
      ) : null}
      <ul className="grid max-h-72 grid-cols-4 gap-1 overflow-y-auto">
        {assets.data?.items.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              aria-label={asset.title}
              title={asset.title}
              onClick={() => onChoose(asset.id)}
              className="block w-full rounded-sm"
            >
              <Picture src={asset.urls.thumb} width={1} height={1} alt="" thumbHash={asset.thumbHash} className="rounded-sm" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
