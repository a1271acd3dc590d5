"use client";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { useNow } from "@/components/ui/clock";
import { Elapsed } from "@/components/ui/elapsed";
import { Money } from "@/components/ui/money";
import { costSoFar } from "@/lib/domain/live/money";
import { endSentence } from "@/lib/domain/live/session";
import type { LiveSessionView } from "@/lib/domain/live/view";
import { lengthText, MODE_WORDS } from "./words";

/** Who, how long, at what price: running while it goes on, final once it is over. */
export function SessionFacts({ session }: { session: LiveSessionView }) {
  const { engineName, avatarId, avatarName, mode, startedBy, maxSeconds, quoteMicros, joinedAt, status } = session;
  const isOver = status === "ended" || status === "failed";
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 py-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Fact name={isOver ? "Length" : "Elapsed"}>
          {isOver || joinedAt === null ? lengthText(session.seconds ?? 0) : <Elapsed since={joinedAt} />}
          {isOver ? null : <span className="text-faint"> of {lengthText(maxSeconds)}</span>}
        </Fact>
        <Fact name={isOver ? "Cost" : "Cost so far"}>
          {session.actualMicros !== null ? (
            <Money micros={session.actualMicros} />
          ) : joinedAt === null ? (
            <Money micros={0n} />
          ) : (
            <Running since={joinedAt} session={session} />
          )}
          <span className="text-faint">
            {isOver ? " of " : ", "}
            <Money micros={quoteMicros} /> held
          </span>
        </Fact>
        <Fact name="Engine">{engineName}</Fact>
        <Fact name="Avatar">{avatarName ?? <span className="font-mono text-xs break-all">{avatarId}</span>}</Fact>
        <Fact name="Kind">{MODE_WORDS[mode].label}</Fact>
        <Fact name="Started by">{startedBy}</Fact>
      </dl>
      {session.assetId ? (
        <a href={`/assets/${session.assetId}/original?download=1`} download className={buttonStyle("quiet", "small")}>
          <Download size={13} aria-hidden /> Record
        </a>
      ) : null}
      {isOver ? (
        <p className="w-full text-xs text-muted text-pretty">
          {session.failure ?? (session.endReason ? endSentence(session.endReason) : null)}{" "}
          {session.costFrom === "provider"
            ? "The cost follows the provider's own figures."
            : session.costFrom === "seconds" && session.actualMicros !== "0"
              ? "The provider gave no figure: begun minutes were counted."
              : status === "failed"
                ? "Nothing was spent."
                : null}
        </p>
      ) : null}
    </div>
  );
}

function Running({ since, session: { startMicros, minuteMicros, quoteMicros } }: { since: string; session: LiveSessionView }) {
  const now = useNow(1_000);
  const seconds = now === null ? 0 : Math.max(1, (now - new Date(since).getTime()) / 1_000);
  return (
    <Money micros={costSoFar(seconds, { startMicros: BigInt(startMicros), minuteMicros: BigInt(minuteMicros) }, BigInt(quoteMicros))} />
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-2xs text-faint">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
