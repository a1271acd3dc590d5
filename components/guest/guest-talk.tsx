"use client";
import { Reply } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Textarea } from "@/components/ui/textarea";
import type { GuestCard } from "@/lib/domain/guest/view";
import type { GuestActs } from "./guest-acts";
import { useGuestAct } from "./use-guest-act";

type Comment = GuestCard["comments"][number];
export type GuestTalkProps = { attemptId: string; comments: readonly Comment[]; mayWrite: boolean; acts: GuestActs };

/** What guests of this link said, with the team's answers, and a place to say more. */
export function GuestTalk({ attemptId, comments, mayWrite, acts }: GuestTalkProps) {
  const [body, setBody] = useState("");
  const [answering, setAnswering] = useState<string | null>(null);
  const { isBusy, run } = useGuestAct();
  const send = () => {
    if (body.trim() === "" || isBusy) return;
    const said = { attemptId, body: body.trim(), ...(answering === null ? {} : { threadId: answering }) };
    run(
      () => acts.comment(said),
      "Your comment is sent.",
      () => {
        setBody("");
        setAnswering(null);
      },
    );
  };
  const threads = comments.filter(({ threadId }) => threadId === null);
  const answered = threads.find(({ id }) => id === answering);
  return (
    <section aria-label="Comments" className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Comments</h2>
      {threads.map((first) => (
        <div key={first.id} className="flex flex-col gap-1.5 border-l-2 border-line pl-2.5">
          {[first, ...comments.filter(({ threadId }) => threadId === first.id)].map((comment) => (
            <div key={comment.id} className="text-sm">
              <p className="text-xs text-muted">
                <span className="font-medium text-ink">{comment.isMine ? "You" : comment.by}</span>, <RelativeTime at={comment.createdAt} />
              </p>
              <p dir="auto" className="whitespace-pre-line text-pretty wrap-anywhere">
                {comment.body}
              </p>
            </div>
          ))}
          {mayWrite ? (
            <Button
              size="small"
              variant="ghost"
              className="self-start"
              icon={<Reply size={13} aria-hidden />}
              onClick={() => setAnswering(first.id)}
            >
              Answer
            </Button>
          ) : null}
        </div>
      ))}
      {mayWrite ? (
        <>
          <Field
            label={answered ? `Your answer to ${answered.isMine ? "your own comment" : answered.by}` : "Your comment"}
            labelHidden={!answered}
          >
            <Textarea
              rows={2}
              value={body}
              maxLength={4_000}
              placeholder={answered ? "" : "Say something about this picture"}
              onChange={(event) => setBody(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
              }}
            />
          </Field>
          <div className="flex gap-2">
            <Button busy={isBusy} disabledReason={body.trim() === "" ? "Write something first." : null} onClick={send}>
              {answered ? "Send the answer" : "Send the comment"}
            </Button>
            {answered ? (
              <Button variant="ghost" onClick={() => setAnswering(null)}>
                Cancel
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  );
}
