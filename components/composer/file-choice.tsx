"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Picture } from "@/components/ui/picture";
import { SearchField } from "@/components/ui/search-field";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { ListedAsset } from "@/lib/domain/asset/asset-view";

export interface FileChoiceProps {
  /** Both kinds, or the one that fits. */
  readonly kind: "image" | "video" | null;
  readonly onChoose: (asset: ListedAsset) => void;
  /** What stands beside the search. */
  readonly beside?: ReactNode;
  /** What stands between the search and the files. */
  readonly children?: ReactNode;
}

const SHOWN = 24;

/** The newest files of the workspace, or those of a name, to choose from. */
export function FileChoice({ kind, onChoose, beside, children }: FileChoiceProps) {
  const [name, setName] = useState("");
  const input = { limit: SHOWN, name, ...(kind ? { kind } : {}) };
  const assets = useQuery(studio.asset.list.queryOptions({ input, placeholderData: (before) => before }));
  const fitting = assets.data?.items.filter((asset) => asset.kind !== "session") ?? [];
  return (
    <>
      <div className="flex gap-1.5">
        <SearchField label="Search your files" value={name} onChange={setName} className="min-w-0 flex-1" />
        {beside}
      </div>
      {children}
      {assets.error ? <p className="text-xs text-bad">{sentenceOf(assets.error)}</p> : null}
      {assets.data && fitting.length === 0 ? (
        <p className="py-4 text-center text-xs text-faint">
          {name !== "" ? "No file is called so." : kind === "video" ? "No videos yet." : "No files yet."}
        </p>
      ) : null}
      <ul className="grid max-h-60 grid-cols-5 gap-1 overflow-y-auto">
        {fitting.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              aria-label={asset.kind === "video" ? `${asset.title}, a video` : asset.title}
              title={asset.title}
              onClick={() => onChoose(asset)}
              className="block w-full rounded-sm"
            >
              <Picture src={asset.urls.thumb} width={1} height={1} alt="" thumbHash={asset.thumbHash} className="rounded-sm" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
