"use client";
import { Check, Info, MapPin, PenLine } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Textarea } from "@/components/ui/textarea";
import type { GuestVerdict } from "@/lib/domain/guest/recommendation";
import type { GuestCard, GuestShare } from "@/lib/domain/guest/view";
import type { GuestActs } from "./guest-acts";
import { GuestTalk } from "./guest-talk";
import type { Place } from "./mark-layer";
import { useGuestAct } from "./use-guest-act";
import { usePageKeys } from "./use-page-keys";

export type GuestPanelProps = {
  share: GuestShare;
  card: GuestCard;
  acts: GuestActs;
  place: Place | null;
  marking: { isOn: boolean; isAllowed: boolean; start: () => void; stop: () => void };
};

const MARK_WORDS = { open: "not looked at yet", accepted: "taken up", dismissed: "set aside" } as const;

/** Beside the picture: what it is for, where it stands, and what this guest says of it. */
export function GuestPanel({ share, card, acts, place, marking }: GuestPanelProps) {
  return (
    <aside
      aria-label="About this picture"
      className="flex flex-col gap-5 overflow-y-auto border-line bg-surface p-4 max-lg:border-t lg:w-96 lg:border-l"
    >
      <header>
        <h1 dir="auto" className="text-xl leading-7 font-semibold text-pretty wrap-anywhere">
          {card.title}
        </h1>
        {card.goal === "" ? null : (
          <p dir="auto" className="mt-1 text-lg leading-6 whitespace-pre-line text-pretty wrap-anywhere">
            {card.goal}
          </p>
        )}
        <p className="mt-2 flex items-start gap-1.5 text-sm text-muted">
          <Info size={14} aria-hidden className="mt-0.5 shrink-0" />
          <span>
            {card.attempt ? `Attempt ${card.attempt.number}. ` : ""}
            {card.standing}
          </span>
        </p>
      </header>
      {card.attempt && share.powers.includes("recommend") ? <Recommending card={card} attemptId={card.attempt.id} acts={acts} /> : null}
      {card.attempt && (marking.isAllowed || card.marks.length > 0) ? (
        <Marks card={card} attemptId={card.attempt.id} acts={acts} place={place} marking={marking} />
      ) : null}
      {card.attempt && (share.powers.includes("comment") || card.comments.length > 0) ? (
        <GuestTalk attemptId={card.attempt.id} comments={card.comments} mayWrite={share.powers.includes("comment")} acts={acts} />
      ) : null}
      <p className="mt-auto pt-2 text-xs text-faint text-pretty">
        You are here as {share.guest}. {share.workspace} sees what you look at and say; the decision is theirs.
      </p>
    </aside>
  );
}

type SayProps = Pick<GuestPanelProps, "card" | "acts"> & { attemptId: string };

function Recommending({ card, attemptId, acts }: SayProps) {
  const said = card.recommendation;
  const [note, setNote] = useState(said?.note ?? "");
  const [isNoteMissing, setNoteMissing] = useState(false);
  const { isBusy, run } = useGuestAct();
  const recommend = (verdict: GuestVerdict) => {
    if (isBusy) return;
    if (verdict === "changes" && note.trim() === "") {
      setNoteMissing(true);
      return;
    }
    setNoteMissing(false);
    const words = verdict === "approve" ? "You recommend to approve it." : "You recommend changes.";
    run(
      () => acts.recommend({ attemptId, verdict, note: note.trim() }),
      words,
      () => {},
    );
  };
  usePageKeys(card.closed === null ? { a: () => recommend("approve"), r: () => recommend("changes") } : {});
  return (
    <section aria-label="Your recommendation" className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Your recommendation</h2>
      {said ? (
        <p className="text-sm">
          <Badge
            tone={said.verdict === "approve" ? "ok" : "warn"}
            icon={said.verdict === "approve" ? <Check size={12} aria-hidden /> : <PenLine size={12} aria-hidden />}
          >
            {said.verdict === "approve" ? "Approve" : "Changes"}
          </Badge>{" "}
          <span className="text-xs text-muted">
            said <RelativeTime at={said.saidAt} />
            {card.closed === null ? "; you can change it" : ""}
          </span>
        </p>
      ) : null}
      {card.closed === null ? (
        <>
          <Field label="Note" error={isNoteMissing && note.trim() === "" ? "Say what should change: a note is needed." : null}>
            <Textarea rows={2} value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div className="grid grid-cols-2 gap-2">
            <Button
              variant="primary"
              size="large"
              className="text-sm"
              keys="a"
              icon={<Check size={15} aria-hidden />}
              busy={isBusy}
              onClick={() => recommend("approve")}
            >
              Recommend it
            </Button>
            <Button
              size="large"
              className="text-sm"
              keys="r"
              icon={<PenLine size={15} aria-hidden />}
              busy={isBusy}
              onClick={() => recommend("changes")}
            >
              Ask for changes
            </Button>
          </div>
        </>
      ) : (
        <p className="text-sm text-muted">{card.closed}</p>
      )}
    </section>
  );
}

function Marks({ card, attemptId, acts, place, marking }: SayProps & Pick<GuestPanelProps, "place" | "marking">) {
  const [note, setNote] = useState("");
  const { isBusy, run } = useGuestAct();
  const send = () => {
    if (!place || note.trim() === "" || isBusy) return;
    run(
      () => acts.mark({ attemptId, mark: { ...place, during: null, note: note.trim() } }),
      "Your mark is with the team.",
      () => {
        setNote("");
        marking.stop();
      },
    );
  };
  return (
    <section aria-label="Your marks" className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Your marks</h2>
      {card.marks.length === 0 ? null : (
        <ol className="flex flex-col gap-1.5">
          {card.marks.map((mark, index) => (
            <li key={mark.id} className="flex gap-2 text-sm">
              <span className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-ink">
                {index + 1}
              </span>
              <span className="min-w-0 wrap-anywhere">
                {mark.note} <span className="text-xs text-faint">{MARK_WORDS[mark.state]}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {!marking.isAllowed ? null : marking.isOn ? (
        <>
          <p aria-live="polite" className="text-sm text-muted">
            {place ? "Now say what is wrong there." : "Press on the picture where something is wrong, or drag around it."}
          </p>
          {place ? (
            <Field label="What is wrong there">
              <Textarea
                rows={2}
                autoFocus
                value={note}
                maxLength={2_000}
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
                }}
              />
            </Field>
          ) : null}
          <div className="flex gap-2">
            <Button
              variant="primary"
              busy={isBusy}
              disabledReason={place === null ? "Mark a place first." : note.trim() === "" ? "Say what is wrong there first." : null}
              onClick={send}
            >
              Send the mark
            </Button>
            <Button variant="ghost" onClick={marking.stop}>
              Cancel
            </Button>
          </div>
        </>
      ) : (
        <Button className="self-start" keys="m" icon={<MapPin size={14} aria-hidden />} onClick={marking.start}>
          Mark a place
        </Button>
      )}
    </section>
  );
}
