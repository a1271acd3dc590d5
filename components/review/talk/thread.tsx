"use client";
import clsx from "clsx";
import { Check, CornerDownRight, RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ThreadView } from "@/lib/domain/review/comment";
import { CommentBox } from "./comment-box";
import { CommentLine } from "./comment-line";
import type { TalkActs } from "./use-talk";

export type ThreadProps = {
  thread: ThreadView;
  /** What it is about, in words: "Defect 2, hands"; null: the attempt itself. */
  about: string | null;
  /** Shows that defect on the picture. */
  onShow: (() => void) | null;
  isActive: boolean;
  acts: TalkActs;
};

/** One conversation. A resolved one shows its first words only, until somebody opens it. */
export function Thread({ thread, about, onShow, isActive, acts }: ThreadProps) {
  const { resolved, comments } = thread;
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const isFolded = resolved !== null && !isOpen;
  const shown = isFolded ? comments.slice(0, 1) : comments;
  return (
    <article
      ref={row}
      aria-label={about ?? "Thread"}
      className={clsx("rounded-md border p-2", isActive ? "border-accent-ink" : "border-line")}
    >
      {about ? (
        <button
          type="button"
          onClick={() => onShow?.()}
          disabled={onShow === null}
          className="mb-1 min-h-6 text-left text-xs font-medium text-muted enabled:hover:text-ink enabled:hover:underline"
        >
          {about}
        </button>
      ) : null}
      <ol className={clsx("flex flex-col gap-2", isFolded && "opacity-70")}>
        {shown.map((comment) => (
          <CommentLine key={comment.id} comment={comment} acts={acts} />
        ))}
      </ol>
      {answer === null ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-1">
          {resolved ? (
            <span className="mr-auto flex items-center gap-1 text-xs text-ok">
              <Check size={13} aria-hidden /> Resolved by {resolved.by.name}
            </span>
          ) : (
            <Button size="small" variant="ghost" icon={<CornerDownRight size={13} aria-hidden />} onClick={() => setAnswer("")}>
              Answer
            </Button>
          )}
          {isFolded && comments.length > 1 ? (
            <Button size="small" variant="ghost" onClick={() => setOpen(true)}>
              Show all {comments.length}
            </Button>
          ) : null}
          <Button
            size="small"
            variant="ghost"
            icon={resolved ? <RotateCcw size={13} aria-hidden /> : <Check size={13} aria-hidden />}
            onClick={() => acts.settle(thread)}
          >
            {resolved ? "Reopen" : "Resolve"}
          </Button>
        </div>
      ) : (
        <div className="mt-2">
          <CommentBox
            label="Answer"
            word="Answer"
            isFocused
            value={answer}
            onChange={setAnswer}
            isBusy={acts.isBusy}
            onCancel={() => setAnswer(null)}
            onSend={(body, mentions) =>
              acts.add({ attemptId: thread.attemptId, threadId: thread.id, body, mentions }, () => setAnswer(null))
            }
          />
        </div>
      )}
    </article>
  );
}
