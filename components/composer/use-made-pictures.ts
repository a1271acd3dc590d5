"use client";
import { useRef } from "react";
import { announce } from "@/components/ui/announce";
import { rpc } from "@/lib/client/rpc";
import { useAssetUpload } from "@/lib/client/uploads";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import type { Reference } from "@/lib/domain/prompt/recipe";
import { useLatest } from "./picture-stage";

/** What becomes of a picture made here, once it is stored. */
type Purpose = (asset: AssetView) => void;

export interface MadePictures {
  /** Pictures that are being stored. */
  readonly underWay: number;
  /** Keeps a painted mask and gives it to the prompt; a prompt has one. */
  addMask(file: File): void;
  /** Keeps a part of a reference and puts it where the whole was, under the same rights. */
  replace(whole: AssetView, file: File): void;
}

/** Masks and crops: stored as assets of their own, then used in the prompt as it is by then. */
export function useMadePictures(references: readonly Reference[], onChange: (references: Reference[]) => void): MadePictures {
  const latest = useLatest({ references, onChange });
  const purposes = useRef(new Map<string, Purpose[]>());
  const uploads = useAssetUpload({
    onDone: (asset) => purposes.current.get(asset.fileName)?.shift()?.(asset),
    onError: (sentence) => announce({ tone: "bad", text: sentence }),
  });
  const keep = (file: File, purpose: Purpose) => {
    purposes.current.set(file.name, [...(purposes.current.get(file.name) ?? []), purpose]);
    uploads.add([file]);
  };
  return {
    underWay: uploads.files.length,
    addMask: (file) =>
      keep(file, ({ id }) => {
        const { references: now, onChange: change } = latest.current;
        change([...now.filter(({ role }) => role !== "mask"), { assetId: id, role: "mask", weight: 1 }]);
      }),
    replace: (whole, file) =>
      keep(file, (part) => {
        const { references: now, onChange: change } = latest.current;
        change(now.map((reference) => (reference.assetId === whole.id ? { ...reference, assetId: part.id } : reference)));
        // A part may be used as the whole may. Where it cannot be said, the asset's own page says that nothing is known.
        rpc.asset.describeRights({ assetId: part.id, version: part.version, rights: whole.rights }).catch(() => undefined);
      }),
  };
}
