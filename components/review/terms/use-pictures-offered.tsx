"use client";
import { useQuery } from "@tanstack/react-query";
import type { ComboboxOption } from "@/components/ui/combobox";
import { Picture } from "@/components/ui/picture";
import { studio } from "@/lib/client/query";
import { addresses } from "../addresses";

const PICTURES_OFFERED = 200;

/** The newest pictures of the workspace – films too, where one will do –, to choose one by its looks and its name. */
export function usePicturesOffered({ films }: { films: boolean }): readonly ComboboxOption[] {
  const kind = films ? {} : { kind: "image" as const };
  const assets = useQuery(studio.asset.list.queryOptions({ input: { ...kind, limit: PICTURES_OFFERED } }));
  return (assets.data?.items ?? [])
    .filter((asset) => asset.kind !== "session")
    .map((asset) => ({
      value: asset.id,
      label: asset.fileName,
      hint: `${asset.kind === "video" ? "Film, " : ""}${asset.width} × ${asset.height}, ${asset.origin}`,
      lead: (
        <Picture
          src={addresses.picture(asset.id, "thumb")}
          width={asset.width}
          height={asset.height}
          thumbHash={asset.thumbHash}
          alt=""
          className="h-9 w-12 shrink-0 rounded-sm"
        />
      ),
    }));
}
