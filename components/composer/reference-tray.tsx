"use client";
import { ImagePlus, X } from "lucide-react";
import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import { ACCEPTED_FILES, ACCEPTED_IMAGES } from "@/lib/domain/asset/file-type";
import { rolesFor } from "@/lib/domain/prompt/change-model";
import type { Reference, ReferenceRole } from "@/lib/domain/prompt/recipe";
import { useAssetFaces } from "./use-asset-faces";

const ROLE_NAMES: Readonly<Record<ReferenceRole, string>> = {
  style: "Style",
  character: "Character",
  product: "Product",
  composition: "Composition",
  mood: "Mood",
  "start-frame": "Start frame",
  "end-frame": "End frame",
  motion: "Motion",
  mask: "Mask",
  image: "Image",
};

export interface ReferenceTrayProps {
  readonly references: readonly Reference[];
  /** What the chosen model understands. */
  readonly roles: readonly ReferenceRole[];
  readonly onChange: (references: Reference[]) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly uploading: number;
}

/** The pictures a prompt leans on: what each does and how strongly. Files come by drop, paste or this button. */
export function ReferenceTray({ references, roles, onChange, onFiles, uploading }: ReferenceTrayProps) {
  const picker = useRef<HTMLInputElement>(null);
  const faces = useAssetFaces(references.map((reference) => reference.assetId));
  const change = (at: number, next: Partial<Reference>) =>
    onChange(references.map((reference, index) => (index === at ? { ...reference, ...next } : reference)));
  return (
    <ul aria-label="References" className="flex items-center gap-1.5">
      {references.map((reference, index) => {
        const face = faces.get(reference.assetId);
        const name = `${ROLE_NAMES[reference.role]} ${Math.round(reference.weight * 100)} %`;
        return (
          <li key={`${reference.assetId} ${reference.role}`}>
            <Popover
              title={`Reference: ${name}`}
              side="top"
              align="start"
              trigger={
                <button
                  type="button"
                  aria-label={`Reference: ${name}`}
                  className="relative block size-11 overflow-hidden rounded-md border border-line-strong"
                >
                  {face ? <Picture src={face.urls.thumb} width={44} height={44} alt="" thumbHash={face.thumbHash} /> : null}
                  <span className="absolute inset-x-0 bottom-0 truncate bg-scrim px-0.5 text-center text-[10px] leading-3.5 text-white">
                    {ROLE_NAMES[reference.role]}
                  </span>
                  <span aria-hidden className="absolute bottom-0 left-0 h-0.5 bg-accent" style={{ width: `${reference.weight * 100}%` }} />
                </button>
              }
            >
              <div className="grid gap-3 p-3">
                <Select
                  label="Role"
                  value={reference.role}
                  onChange={(role) => change(index, { role })}
                  options={rolesFor(face?.kind ?? "image", roles).map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
                />
                <Slider
                  label="Weight"
                  min={0}
                  max={1}
                  step={0.05}
                  value={reference.weight}
                  format={(weight) => `${Math.round(weight * 100)} %`}
                  onChange={(weight) => change(index, { weight })}
                />
                <button
                  type="button"
                  className="flex items-center gap-2 rounded-md px-2 py-1 text-sm text-muted hover:bg-hover hover:text-ink"
                  onClick={() => onChange(references.filter((_, other) => other !== index))}
                >
                  <X size={14} aria-hidden /> Take out of this prompt
                </button>
              </div>
            </Popover>
          </li>
        );
      })}
      <li>
        <IconButton
          label={uploading > 0 ? `Uploading ${uploading}` : "Add a reference picture (or drop or paste one)"}
          icon={<ImagePlus size={16} aria-hidden />}
          busy={uploading > 0}
          side="top"
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          accept={roles.includes("motion") ? ACCEPTED_FILES : ACCEPTED_IMAGES}
          multiple
          hidden
          aria-label="Reference pictures"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </li>
    </ul>
  );
}
