"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { studio } from "@/lib/client/query";
import { useAssetUpload } from "@/lib/client/uploads";
import { useRefusal } from "@/lib/client/use-refusal";
import type { RunView } from "@/lib/domain/run/view";

/**
 * For a run that was made and charged, but whose pictures never came: whoever took them from the provider attaches them here.
 * @param there how many of its variants are here already
 */
export function AttachOutputs({ run, there }: { run: RunView; there: number }) {
  const queries = useQueryClient();
  const notMine = useRefusal("run.start");
  const picker = useRef<HTMLInputElement>(null);
  const attach = useMutation(
    studio.run.attach.mutationOptions({ onSettled: () => void queries.invalidateQueries({ queryKey: studio.board.key() }) }),
  );
  const upload = useAssetUpload({
    onDone: ({ id }) => attach.mutate({ runId: run.id, assetIds: [id] }),
    onError: (sentence) => announce({ tone: "bad", text: sentence }),
  });
  const lacks = run.count - there;
  if (lacks <= 0) return null;
  return (
    <section aria-label="Attach its files" className="grid gap-2 rounded-md border border-line p-3 text-xs">
      <p className="text-pretty">
        Take {lacks === 1 ? "the file" : `up to ${lacks} files`} from the provider’s own site and attach {lacks === 1 ? "it" : "them"} here.
        That costs nothing; running again would be charged again.
      </p>
      <div>
        <Button
          size="small"
          icon={<Upload size={13} aria-hidden />}
          busy={upload.files.length > 0 || attach.isPending}
          disabledReason={notMine}
          onClick={() => picker.current?.click()}
        >
          Attach…
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple={lacks > 1}
        accept="image/*,video/mp4,video/webm"
        className="sr-only"
        tabIndex={-1}
        aria-label="Files of this run"
        onChange={(event) => {
          upload.add([...(event.currentTarget.files ?? [])].slice(0, lacks));
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
