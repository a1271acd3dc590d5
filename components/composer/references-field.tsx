"use client";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { type Axis, MAX_CELLS } from "@/lib/domain/grid/axis";
import { picturesOf, valueWords } from "@/lib/domain/grid/words";
import type { Reference, ReferenceRole } from "@/lib/domain/prompt/recipe";
import { FileChoice } from "./file-choice";
import { ROLE_NAMES } from "./role-names";
import { useAssetFaces } from "./use-asset-faces";

type ReferencesAxis = Extract<Axis, { kind: "references" }>;
type ReferenceSet = ReferencesAxis["values"][number];

export interface ReferencesFieldProps {
  readonly axis: ReferencesAxis;
  /** The prompt's own, in the tray. */
  readonly tray: readonly Reference[];
  /** What the chosen model understands. */
  readonly roles: readonly ReferenceRole[];
  readonly onChange: (axis: ReferencesAxis) => void;
}

/** Sets of references side by side: the prompt's own, parts of them, pictures from the files, or none. */
export function ReferencesField({ axis, tray, roles, onChange }: ReferencesFieldProps) {
  const faces = useAssetFaces(picturesOf([axis]));
  const words = valueWords(axis, new Map([...faces].map(([id, { fileName }]) => [id, fileName])));
  const add = (set: ReferenceSet) => {
    if (!axis.values.some((value) => JSON.stringify(value) === JSON.stringify(set)) && axis.values.length < MAX_CELLS)
      onChange({ ...axis, values: [...axis.values, set] });
  };
  return (
    <ul aria-label="Sets of references" className="flex min-w-0 flex-wrap items-center gap-1">
      {axis.values.map((set, index) => (
        <li
          key={JSON.stringify(set)}
          className="flex h-7 max-w-56 items-center gap-1 rounded-md bg-accent-soft pl-1 text-xs text-accent-ink"
        >
          {set.map(({ assetId }) => (
            <Thumb key={assetId} face={faces.get(assetId)} />
          ))}
          <span dir="auto" className="truncate">
            {words[index]}
          </span>
          <IconButton
            size="small"
            side="top"
            label={`Take “${words[index] ?? ""}” out`}
            icon={<X size={11} aria-hidden />}
            disabledReason={axis.values.length === 1 ? "An axis needs at least one value. Take the axis itself out." : null}
            onClick={() => onChange({ ...axis, values: axis.values.filter((_, other) => other !== index) })}
          />
        </li>
      ))}
      <li>
        <Popover
          title="Add a set of references"
          side="top"
          align="start"
          trigger={
            <Button size="small" variant="ghost" icon={<Plus size={13} aria-hidden />}>
              Add
            </Button>
          }
        >
          <Choice axis={axis} tray={tray} roles={roles} onAdd={add} />
        </Popover>
      </li>
    </ul>
  );
}

function Thumb({ face }: { face: AssetView | undefined }) {
  return face ? (
    <span className="size-5 shrink-0 overflow-hidden rounded-sm">
      <Picture src={face.urls.thumb} width={1} height={1} alt="" thumbHash={face.thumbHash} />
    </span>
  ) : null;
}

function Choice({ axis, tray, roles, onAdd }: Omit<ReferencesFieldProps, "onChange"> & { onAdd: (set: ReferenceSet) => void }) {
  const [role, setRole] = useState<ReferenceRole>(tray.find((reference) => roles.includes(reference.role))?.role ?? roles[0] ?? "image");
  const [keepsOthers, setKeepsOthers] = useState(true);
  const others = tray.filter((reference) => reference.role !== role);
  const kept = keepsOthers ? others : [];
  return (
    <div className="grid gap-2 p-3">
      <div className="flex flex-wrap gap-1">
        {ownSets(tray)
          .filter(({ set }) => !axis.values.some((value) => JSON.stringify(value) === JSON.stringify(set)))
          .map(({ set, label }) => (
            <Button key={label} size="small" onClick={() => onAdd(set)}>
              {label}
            </Button>
          ))}
      </div>
      <FileChoice
        kind={role === "motion" ? "video" : "image"}
        onChoose={({ id: assetId }) => onAdd([...kept, { assetId, role, weight: 1 }])}
        beside={
          <Select
            label="Role"
            className="w-32 shrink-0"
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: ROLE_NAMES[value] }))}
          />
        }
      >
        {others.length > 0 ? <Checkbox label="Keep the prompt's other references" checked={keepsOthers} onChange={setKeepsOthers} /> : null}
      </FileChoice>
    </div>
  );
}

/** What the tray itself offers: all of it, each alone, nothing. */
function ownSets(tray: readonly Reference[]): readonly { readonly set: ReferenceSet; readonly label: string }[] {
  const single =
    tray.length > 1 ? tray.map((reference, index) => ({ set: [reference], label: `Only ${index + 1}: ${reference.role}` })) : [];
  const all = tray.length > 0 ? [{ set: [...tray], label: tray.length === 1 ? "The prompt's reference" : "All of the prompt's" }] : [];
  return [...all, ...single, { set: [], label: "None" }];
}
