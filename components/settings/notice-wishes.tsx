"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { DigestTime, MailMode, Wish } from "@/lib/domain/notice/wish";
import { NOTICE_WORDS } from "@/lib/domain/notice/words";
import { SettingsSection } from "./settings-section";

const MAIL = [
  { value: "now", label: "E-mail at once" },
  { value: "digest", label: "In the daily summary" },
  { value: "off", label: "No e-mail" },
] as const satisfies readonly { value: MailMode; label: string }[];

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));

/** What one is told of, and how. `sendsMail`: whether this studio can send e-mail at all. */
export function NoticeWishes({ sendsMail }: { sendsMail: boolean }) {
  const queries = useQueryClient();
  const read = useQuery(studio.notice.wishes.queryOptions({ input: {} }));
  const set = useMutation(
    studio.notice.setWishes.mutationOptions({
      onSuccess: (now) => queries.setQueryData(studio.notice.wishes.queryKey({ input: {} }), now),
    }),
  );
  const say = (wish: Wish) => set.mutate({ wishes: [wish] });
  if (read.error) return <ErrorState title={sentenceOf(read.error)} onRetry={() => void read.refetch()} retrying={read.isFetching} />;
  if (!read.data) return <Skeleton className="h-96" />;
  return (
    <>
      <SettingsSection
        title="What I am told of"
        note={
          sendsMail
            ? "The inbox keeps what happens while you are away. What you read there is not mailed any more."
            : "This studio sends no e-mail yet: an admin sets SELECTS_SMTP_URL. Your choices are kept until it does."
        }
      >
        <ul className="divide-y divide-line border-y border-line">
          {read.data.wishes.map((wish) => (
            <li key={wish.kind} className="flex flex-wrap items-center gap-x-5 gap-y-2 py-2 text-sm">
              <span className="min-w-0 flex-1 basis-60">
                <span className="block font-medium">{NOTICE_WORDS[wish.kind].label}</span>
                <span className="block text-xs text-muted">{NOTICE_WORDS[wish.kind].hint}</span>
              </span>
              <Checkbox label="Inbox" checked={wish.inApp} onChange={(inApp) => say({ ...wish, inApp })} />
              <span className="w-46">
                <Select
                  label={`E-mail: ${NOTICE_WORDS[wish.kind].label}`}
                  value={wish.mail}
                  onChange={(mail) => say({ ...wish, mail })}
                  options={MAIL}
                />
              </span>
            </li>
          ))}
        </ul>
      </SettingsSection>
      <SettingsSection title="Daily summary" note="One e-mail a day with what waits in it, and none on a day without news.">
        <Digest digest={read.data.digest} onChange={(digest) => set.mutate({ digest })} />
      </SettingsSection>
    </>
  );
}

const none = () => () => undefined;
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function Digest({ digest, onChange }: { digest: DigestTime; onChange: (digest: DigestTime) => void }) {
  const here = useSyncExternalStore(none, zoneHere, () => digest.timeZone);
  const zones = [...new Set(["UTC", digest.timeZone, ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({ value: zone, label: zone }));
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line pt-3">
      <Field label="Sent at" className="w-28">
        <Select value={String(digest.hour)} onChange={(hour) => onChange({ ...digest, hour: Number(hour) })} options={HOURS} />
      </Field>
      <Field label="Time zone" className="w-64">
        <Combobox value={digest.timeZone} onChange={(timeZone) => timeZone && onChange({ ...digest, timeZone })} options={zones} />
      </Field>
      {here === digest.timeZone ? null : <Button onClick={() => onChange({ ...digest, timeZone: here })}>Use {here}</Button>}
    </div>
  );
}
