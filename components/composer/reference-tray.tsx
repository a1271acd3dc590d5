"use client";
import { Brush, Crop, ImagePlus, Images, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { onDemand } from "@/components/ui/on-demand";
import { Picture } from "@/components/ui/picture";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import type { ListedAsset } from "@/lib/domain/asset/asset-view";
import { ACCEPTED_FILES, ACCEPTED_IMAGES } from "@/lib/domain/asset/file-type";
import { rolesFor } from "@/lib/domain/prompt/change-model";
import type { Reference, ReferenceRole } from "@/lib/domain/prompt/recipe";
import { FileChoice } from "./file-choice";
import { ROLE_NAMES } from "./role-names";
import { useAssetFaces } from "./use-asset-faces";
import { useMadePictures } from "./use-made-pictures";

const CropDialog = onDemand(() => import("./crop-dialog").then((file) => file.CropDialog));
const MaskDialog = onDemand(() => import("./mask-dialog").then((file) => file.MaskDialog));

export interface ReferenceTrayProps {
  readonly references: readonly Reference[];
  /** What the chosen model understands. */
  readonly roles: readonly ReferenceRole[];
  readonly onChange: (references: Reference[]) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** One of the files the workspace has. */
  readonly onAsset: (asset: ListedAsset) => void;
  readonly uploading: number;
}

/** The pictures a prompt leans on: what each does and how strongly. Files come by drop, paste or this button. */
export function ReferenceTray({ references, roles, onChange, onFiles, onAsset, uploading }: ReferenceTrayProps) {
  const picker = useRef<HTMLInputElement>(null);
  const faces = useAssetFaces(references.map((reference) => reference.assetId));
  const made = useMadePictures(references, onChange);
  const [tool, setTool] = useState<{ readonly kind: "crop" | "mask"; readonly assetId: string } | null>(null);
  /** The reference whose panel is open; working on its picture closes it, and ends where it was opened. */
  const [openId, setOpenId] = useState<string | null>(null);
  const origin = useRef<HTMLButtonElement | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const work = (kind: "crop" | "mask", assetId: string, key: string) => {
    origin.current = buttons.current.get(key) ?? null;
    setOpenId(null);
    setTool({ kind, assetId });
  };
  const onTheirWay = uploading + made.underWay;
  const worked = tool && faces.get(tool.assetId);
  const change = (at: number, next: Partial<Reference>) =>
    onChange(references.map((reference, index) => (index === at ? { ...reference, ...next } : reference)));
  return (
    <>
      <ul aria-label="References" className="flex items-center gap-1.5">
        {references.map((reference, index) => {
          const face = faces.get(reference.assetId);
          const name = `${ROLE_NAMES[reference.role]} ${Math.round(reference.weight * 100)} %`;
          const key = `${reference.assetId} ${reference.role}`;
          return (
            <li key={key}>
              <Popover
                title={`Reference: ${name}`}
                open={openId === key}
                onOpenChange={(isOpen) => setOpenId(isOpen ? key : null)}
                side="top"
                align="start"
                trigger={
                  <button
                    ref={(button) => {
                      if (button) buttons.current.set(key, button);
                      else buttons.current.delete(key);
                    }}
                    type="button"
                    aria-label={`Reference: ${name}`}
                    className="relative block size-11 overflow-hidden rounded-md border border-line-strong"
                  >
                    {face ? <Picture src={face.urls.thumb} width={44} height={44} alt="" thumbHash={face.thumbHash} /> : null}
                    <span className="absolute inset-x-0 bottom-0 truncate bg-black/75 px-0.5 text-center text-[10px] leading-3.5 text-white">
                      {ROLE_NAMES[reference.role]}
                    </span>
                    <span
                      aria-hidden
                      className="absolute bottom-0 left-0 h-0.5 bg-accent"
                      style={{ width: `${reference.weight * 100}%` }}
                    />
                  </button>
                }
              >
                <div className="grid gap-3 p-3">
                  <Select
                    label="Role"
                    value={reference.role}
                    onChange={(role) => {
                      change(index, { role });
                      // The same panel of the same reference, known by its new role.
                      setOpenId(`${reference.assetId} ${role}`);
                    }}
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
                  <div className="grid">
                    {face?.kind === "image" && reference.role !== "mask" ? (
                      <>
                        {roles.includes("mask") ? (
                          <Tool icon={<Brush size={14} aria-hidden />} onSelect={() => work("mask", face.id, key)}>
                            Paint a mask
                          </Tool>
                        ) : null}
                        <Tool icon={<Crop size={14} aria-hidden />} onSelect={() => work("crop", face.id, key)}>
                          Crop
                        </Tool>
                      </>
                    ) : null}
                    <Tool icon={<X size={14} aria-hidden />} onSelect={() => onChange(references.filter((_, other) => other !== index))}>
                      Take out of this prompt
                    </Tool>
                  </div>
                </div>
              </Popover>
            </li>
          );
        })}
        <li>
          <IconButton
            label={onTheirWay > 0 ? `Uploading ${onTheirWay}` : "Add a reference picture (or drop or paste one)"}
            icon={<ImagePlus size={16} aria-hidden />}
            busy={onTheirWay > 0}
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
        {roles.length > 0 ? (
          <li>
            <Popover
              title="Choose a reference from your files"
              side="top"
              align="start"
              trigger={<IconButton label="Choose a reference from your files" icon={<Images size={16} aria-hidden />} side="top" />}
            >
              <div className="grid gap-2 p-3">
                <FileChoice kind={roles.includes("motion") ? null : "image"} onChoose={onAsset} />
              </div>
            </Popover>
          </li>
        ) : null}
      </ul>
      {worked && tool.kind === "mask" ? (
        <MaskDialog picture={worked} onClose={() => setTool(null)} onMask={(file) => made.addMask(file)} returnTo={origin} />
      ) : null}
      {worked && tool.kind === "crop" ? (
        <CropDialog picture={worked} onClose={() => setTool(null)} onCrop={(file) => made.replace(worked, file)} returnTo={origin} />
      ) : null}
    </>
  );
}

function Tool({ icon, onSelect, children }: { icon: ReactNode; onSelect: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="flex items-center gap-2 rounded-md px-2 py-1 text-sm text-muted hover:bg-hover hover:text-ink"
      onClick={onSelect}
    >
      {icon} {children}
    </button>
  );
}
