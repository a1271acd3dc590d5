"use client";
import { Pencil, X } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CommentView } from "@/lib/domain/review/comment";
import { partsOf } from "@/lib/domain/review/mention";
import { CommentBox } from "./comment-box";
import type { TalkActs } from "./use-talk";

/** One comment: who, when, and what; its writer may change it or take it back. */
export function CommentLine({ comment, acts }: { comment: CommentView; acts: TalkActs }) {
  const [draft, setDraft] = useState<string | null>(null);
  const { author, body, mentions, isRemoved } = comment;
  if (isRemoved) return <li className="pl-8 text-xs text-faint">A comment of {author.name} was removed.</li>;
  return (
    <li className="group flex gap-2">
      <Avatar name={author.name} size={22} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-center gap-x-1.5 text-xs">
          <span className="font-medium">{author.name}</span>
          {author.kind === "guest" ? <Badge tone="plain">Guest</Badge> : null}
          <RelativeTime at={comment.createdAt} className="text-faint" />
          {comment.editedAt ? <span className="text-faint">(edited)</span> : null}
          {comment.isUnread ? <Badge tone="accent">New</Badge> : null}
          {draft === null ? (
            <span className="ml-auto flex">
              {comment.mayEdit ? (
                <IconButton
                  size="small"
                  label="Change your comment"
                  icon={<Pencil size={12} aria-hidden />}
                  onClick={() => setDraft(body)}
                />
              ) : null}
              {comment.mayRemove ? (
                <IconButton
                  size="small"
                  label={comment.mayEdit ? "Remove your comment" : `Remove the comment of ${author.name}`}
                  icon={<X size={13} aria-hidden />}
                  onClick={() => acts.remove(comment)}
                />
              ) : null}
            </span>
          ) : null}
        </div>
        {draft === null ? (
          <p dir="auto" className="text-sm whitespace-pre-line text-pretty break-words">
            {partsOf(body, mentions).map(({ text, person }, index) =>
              person ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move.
                <span key={index} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent-ink">
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </p>
        ) : (
          <CommentBox
            label="Your comment"
            word="Save"
            isFocused
            value={draft}
            onChange={setDraft}
            isBusy={acts.isBusy}
            onCancel={() => setDraft(null)}
            onSend={(text, named) => acts.edit(comment, text, named, () => setDraft(null))}
          />
        )}
      </div>
    </li>
  );
}
