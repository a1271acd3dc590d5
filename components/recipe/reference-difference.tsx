import clsx from "clsx";
import { Picture } from "@/components/ui/picture";
import type { Reference } from "@/lib/domain/prompt/recipe";
import type { ReferenceView } from "@/lib/domain/prompt/view";

export interface ReferenceDifferenceProps {
  readonly references: readonly Reference[];
  /** What is known of their pictures. */
  readonly faces: readonly ReferenceView[];
  /** What the draft has instead; nothing is compared without. */
  readonly draft: readonly Reference[] | undefined;
}

const placeOf = ({ assetId, role }: Reference) => `${assetId} ${role}`;
const percent = (weight: number) => `${Math.round(weight * 100)} %`;

/** References with role and weight; against a draft what is new, what weighs otherwise there, and what only the draft has. */
export function ReferenceDifference({ references, faces, draft }: ReferenceDifferenceProps) {
  const face = new Map(faces.map((one) => [one.assetId, one]));
  const there = new Map(draft?.map((reference) => [placeOf(reference), reference]));
  const here = new Set(references.map(placeOf));
  const rows = [
    ...references.map((reference) => {
      const other = there.get(placeOf(reference));
      return {
        reference,
        is: draft === undefined ? "known" : !other ? "new" : other.weight === reference.weight ? "known" : "other",
        other,
      };
    }),
    ...(draft ?? []).filter((one) => !here.has(placeOf(one))).map((reference) => ({ reference, is: "gone", other: undefined })),
  ];
  return (
    <ul className="grid grid-cols-1 gap-1.5 pt-0.5">
      {rows.map(({ reference, is, other }) => {
        const known = face.get(reference.assetId);
        return (
          <li key={`${is} ${placeOf(reference)}`} className="flex min-w-0 items-center gap-2 text-xs">
            <Picture
              src={`/assets/${reference.assetId}/thumb`}
              width={40}
              height={30}
              alt={known?.fileName ?? "Reference"}
              thumbHash={known?.thumbHash}
              className={clsx("w-10 shrink-0 rounded-sm", is === "gone" && "opacity-50")}
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {is === "gone" ? <del className="text-faint">{words(reference)}</del> : null}
              {is === "new" ? <ins className="text-ok decoration-1 underline-offset-3">{words(reference)}</ins> : null}
              {is === "known" || is === "other" ? words(reference) : null}
              <span className="block text-faint">
                {is === "gone"
                  ? "only in the draft"
                  : is === "new"
                    ? "not in the draft"
                    : other && is === "other"
                      ? `Draft: ${percent(other.weight)}`
                      : null}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const words = ({ role, weight }: Reference) => `${role.replace("-", " ")} ${percent(weight)}`;
