"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { Picture } from "@/components/ui/picture";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { NameAndPurpose } from "./name-and-purpose";
import { TagsField } from "./tags-field";

/** Name, purpose, tags and cover of a pattern: what people find it by. Mount it to begin. */
export function DetailsDialog({ pattern, onClose }: { pattern: PatternView; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(pattern.name);
  const [purpose, setPurpose] = useState(pattern.purpose);
  const [tags, setTags] = useState<readonly string[]>(pattern.tags);
  const [cover, setCover] = useState(pattern.cover?.assetId ?? null);
  const edit = useMutation(
    studio.pattern.edit.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onClose,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.pattern.key() }),
          queries.invalidateQueries({ queryKey: studio.library.key() }),
        ]),
    }),
  );
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Name and cover"
      description="Its address and its versions stay as they are."
      submitLabel="Save"
      disabledReason={name.trim() === "" ? "Give the pattern a name." : null}
      busy={edit.isPending}
      onSubmit={() =>
        edit.mutate({
          patternId: pattern.id,
          version: pattern.version,
          name,
          purpose,
          tags: [...tags],
          ...(cover === (pattern.cover?.assetId ?? null) ? {} : { coverAssetId: cover }),
        })
      }
    >
      <NameAndPurpose
        name={name}
        purpose={purpose}
        onName={setName}
        onPurpose={setPurpose}
        problem={edit.error ? sentenceOf(edit.error) : null}
      />
      <TagsField tags={tags} onChange={setTags} />
      {pattern.covers.length > 0 ? (
        <fieldset>
          <legend className="mb-1 text-xs font-medium text-muted">Cover, of what was made with it</legend>
          <ul className="grid max-h-60 grid-cols-4 gap-1.5 overflow-y-auto p-0.5 sm:grid-cols-6">
            {pattern.covers.map((face, index) => (
              <li key={face.assetId}>
                <button
                  type="button"
                  aria-pressed={cover === face.assetId}
                  aria-label={`Picture ${index + 1} of ${pattern.covers.length}`}
                  onClick={() => setCover(face.assetId)}
                  className="relative block w-full rounded-md aria-pressed:ring-2 aria-pressed:ring-accent"
                >
                  <Picture
                    src={addresses.picture(face.assetId, "thumb")}
                    width={1}
                    height={1}
                    alt=""
                    thumbHash={face.thumbHash}
                    className="rounded-md"
                  />
                  {cover === face.assetId ? (
                    <span className="absolute right-1 bottom-1 grid size-5 place-items-center rounded-full bg-accent text-on-accent">
                      <Check size={12} aria-hidden />
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
    </FormDialog>
  );
}
