"use client";
import { type ClipboardEvent, type DragEvent, useState } from "react";
import { announce } from "@/components/ui/announce";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { FileOnItsWay } from "@/lib/client/upload-queue";
import { useAssetUpload } from "@/lib/client/uploads";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { newReference } from "@/lib/domain/prompt/change-model";
import { withReference } from "@/lib/domain/prompt/with-pictures";

type Named = Pick<AssetView, "id" | "kind" | "fileName">;

export interface ReferenceFiles {
  readonly onTheirWay: readonly FileOnItsWay[];
  readonly isDropping: boolean;
  /** Sends files up; each becomes a reference when it is stored. */
  readonly takeFiles: (files: Iterable<File>) => void;
  /** A file of the workspace becomes a reference. */
  readonly takeAsset: (asset: Named) => void;
  /** For the element files are dropped or pasted on. */
  readonly target: {
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** How files become references of the draft: dropped, pasted, picked, or chosen among those the workspace has. */
export function useReferenceFiles(model: ModelCapabilities | undefined): ReferenceFiles {
  const desk = useDeskStore();
  const [isDropping, setDropping] = useState(false);
  const takeAsset = (asset: Named) => {
    const { draft, setRecipe } = desk.getState();
    const among = `${asset.fileName} is among the assets.`;
    if (draft.pattern) {
      announce({ tone: "plain", text: `${among} A pattern's references are its own: take it apart to add one.` });
      return;
    }
    const reference = newReference(asset, draft.recipe, model);
    if (reference) setRecipe({ references: withReference(draft.recipe, reference).references });
    else announce({ tone: "plain", text: `${among} ${model?.name ?? "This model"} takes no video as a reference.` });
  };
  const uploads = useAssetUpload({ onDone: takeAsset, onError: (sentence) => announce({ tone: "bad", text: sentence }) });
  const takeFiles = (files: Iterable<File>) =>
    uploads.add([...files].filter((file) => /^(?:image|video)\//.test(file.type) || file.name.includes(".")));
  return {
    onTheirWay: uploads.files,
    isDropping,
    takeFiles,
    takeAsset,
    target: {
      onPaste(event) {
        const { files } = event.clipboardData;
        if (files.length === 0) return;
        event.preventDefault();
        takeFiles(files);
      },
      onDragOver(event) {
        event.preventDefault();
        setDropping(true);
      },
      onDragLeave: () => setDropping(false),
      onDrop(event) {
        event.preventDefault();
        setDropping(false);
        takeFiles(event.dataTransfer.files);
      },
    },
  };
}
