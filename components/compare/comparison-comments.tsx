"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import type { ComparisonView } from "@/lib/domain/compare/comparison";

/** What members say about a saved comparison, and room to say more. */
export function ComparisonComments({ comparison }: { comparison: ComparisonView }) {
  const { id: comparisonId, comments } = comparison;
  const queries = useQueryClient();
  const [body, setBody] = useState("");
  const show = (changed: ComparisonView) => queries.setQueryData(studio.comparison.get.queryKey({ input: { comparisonId } }), changed);
  const say = useMutation(
    studio.comparison.comment.mutationOptions({
      onSuccess: (changed) => {
        show(changed);
        setBody("");
      },
    }),
  );
  const remove = useMutation(studio.comparison.removeComment.mutationOptions({ onSuccess: show }));
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (body.trim() !== "" && !say.isPending) say.mutate({ comparisonId, body });
  };
  return (
    <div className="flex flex-col gap-4 p-3">
      {comments.length === 0 ? (
        <p className="text-sm text-muted text-pretty">Nothing was said yet. Everybody in the workspace reads what stands here.</p>
      ) : (
        <ol aria-label="Comments" className="flex flex-col gap-3">
          {comments.map((comment) => (
            <li key={comment.id} className="text-sm">
              <p className="flex min-h-6 items-center gap-2 text-xs text-muted">
                <span className="font-medium text-ink">{comment.author}</span>
                <RelativeTime at={comment.createdAt} className="flex-1 text-faint" />
                {comment.isOwn ? (
                  <IconButton
                    label="Take your comment back"
                    icon={<X size={13} aria-hidden />}
                    size="small"
                    onClick={() => remove.mutate({ comparisonId, commentId: comment.id })}
                  />
                ) : null}
              </p>
              <p dir="auto" className="whitespace-pre-wrap break-words">
                {comment.body}
              </p>
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={submit} className="flex flex-col gap-2">
        <Field label="Comment">
          <Textarea
            value={body}
            maxLength={4_000}
            onChange={(event) => setBody(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
            }}
          />
        </Field>
        <Button
          type="submit"
          className="self-end"
          busy={say.isPending}
          disabledReason={body.trim() === "" ? "Write something first." : null}
        >
          Comment
        </Button>
      </form>
    </div>
  );
}
