import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { useModelName } from "@/lib/client/use-model-name";
import { credentialsSentence } from "@/lib/domain/publication/credentials";
import type { PublicationDetail } from "@/lib/domain/publication/view";
import { SEVERITY_WORDS } from "@/lib/domain/review/severity-words";
import { PublishChecks } from "../acts/publish-checks";
import { addresses } from "../addresses";
import { AttemptStatusBadge } from "../status-badge";
import { DISCLOSURE_WORDS, SOURCE_TYPE_WORDS } from "../words";
import { Fact, RecordSection } from "./record-section";

type Record = PublicationDetail["record"];

const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const at = (instant: string) => EXACT.format(new Date(instant));

/** The record of a publication as a person reads it: what was released, who decided, how it was made, what it cost. */
export function RecordView({ publication }: { publication: PublicationDetail }) {
  const { record } = publication;
  const kinds = useDefectKinds();
  return (
    <div className="text-sm">
      <RecordSection title="Release">
        <dl>
          <Fact name="Published by">
            {record.published.by.name}, {at(record.published.at)}
          </Fact>
          <Fact name="Disclosure">
            {DISCLOSURE_WORDS[record.disclosure.kind].label}: {record.disclosure.reason}
            {record.disclosure.toldWhere === "" ? null : (
              <span className="block text-xs text-muted">Viewers are told here: {record.disclosure.toldWhere}</span>
            )}
            <span className="block text-xs text-faint">Decided by {record.disclosure.decidedBy.name}</span>
          </Fact>
          <Fact name="Source type">
            {record.digitalSourceType === null
              ? "Not claimed: we cannot say how this file was made"
              : `${SOURCE_TYPE_WORDS[record.digitalSourceType]} (${record.digitalSourceType})`}
          </Fact>
          <Fact name="Credentials">
            {publication.credentials ? credentialsSentence(publication.credentials) : "Not written yet"}
            {publication.credentials?.keepsEarlier ? (
              <span className="block text-xs text-muted">The manifest the approved file came with is kept as it was.</span>
            ) : null}
            {publication.credentials?.signer ? (
              <span className="block text-xs text-faint">
                {publication.credentials.signer.name}, certificate valid until {at(publication.credentials.signer.validUntil)}
              </span>
            ) : null}
          </Fact>
          <Fact name="Alternative text">
            <span dir="auto">{record.altText ?? "Nobody had said what it shows; the file carries none"}</span>
          </Fact>
          {record.visibleLabel ? (
            <Fact name="Visible label">
              {publication.credentials?.visibleLabel?.reason ?? `“${record.visibleLabel.text}”, at the ${record.visibleLabel.corner}`}
            </Fact>
          ) : null}
          {publication.credentials?.invisibleId ? (
            <Fact name="Invisible id">
              {publication.credentials.invisibleId.reason ??
                `${record.invisibleId}, in pixels that stay within ${publication.credentials.invisibleId.psnrDb} dB of the approved ones`}
            </Fact>
          ) : null}
          {publication.withdrawnAt ? <Fact name="Withdrawn">{at(publication.withdrawnAt)}</Fact> : null}
        </dl>
      </RecordSection>
      {record.checks.length === 0 ? null : (
        <RecordSection title="Checked when it was published">
          <PublishChecks checks={record.checks} />
        </RecordSection>
      )}
      <RecordSection title="Deliverable">
        <dl>
          <Fact name="Card">
            <Link href={addresses.card(record.card.id)} className="text-accent-ink hover:underline">
              {record.card.title}
            </Link>
          </Fact>
          <Fact name="Goal">
            <span className="whitespace-pre-line">{record.card.goal}</span>
          </Fact>
          <Fact name="Lane">
            {record.card.lane.name}, project {record.project.name}
          </Fact>
          <Fact name="Owner">{record.card.owner.name}</Fact>
          <Fact name="Retries">
            {record.card.retriesUsed} of {record.card.retryLimit + record.card.waivedRetries} used
            {record.card.waivedRetries > 0 ? `, ${record.card.waivedRetries} granted at the limit` : ""}
          </Fact>
          <Fact name="Acceptable defects">
            {record.card.acceptableDefects.length === 0
              ? "No defect"
              : record.card.acceptableDefects
                  .map((line) => `${kinds.labelOf(line.kind)} up to ${SEVERITY_WORDS[line.maxSeverity].label.toLowerCase()}`)
                  .join(", ")}
          </Fact>
        </dl>
      </RecordSection>
      <RecordSection title="Attempts and decisions">
        <ol className="flex flex-col gap-3">
          {record.attempts.map((attempt) => (
            <RecordedAttempt key={attempt.number} attempt={attempt} />
          ))}
        </ol>
      </RecordSection>
      <Making record={record} />
      <RecordSection title="Cost">
        <p className="text-lg">
          <Money micros={record.cost.totalMicros} currency={record.cost.currency} />{" "}
          <span className="text-sm text-muted">
            for {record.cost.runs === 1 ? "1 run" : `${record.cost.runs} runs`} of its lineage and its card
          </span>
        </p>
      </RecordSection>
      <RecordSection title="Bytes">
        <dl className="font-mono text-xs">
          <Fact name="Approved">{publication.sourceHash}</Fact>
          <Fact name="Published">{publication.publishedHash ?? "being written"}</Fact>
        </dl>
      </RecordSection>
    </div>
  );
}

function RecordedAttempt({ attempt }: { attempt: Record["attempts"][number] }) {
  const kinds = useDefectKinds();
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        Attempt {attempt.number} <AttemptStatusBadge status={attempt.status} />
        {attempt.viaFallback ? <Badge>By the fallback path</Badge> : null}
      </p>
      <p className="text-xs text-muted">
        Submitted by {attempt.submittedBy.name}, {at(attempt.submittedAt)}
        {attempt.decision ? `. Decided by ${attempt.decision.by.name}, ${at(attempt.decision.at)}` : ""}
      </p>
      {attempt.decision?.note ? (
        <p className="mt-0.5 border-l-2 border-line pl-2 text-xs whitespace-pre-line">{attempt.decision.note}</p>
      ) : null}
      {attempt.defects.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-0.5 text-xs">
          {attempt.defects.map((defect) => (
            <li key={`${defect.kind} ${defect.x} ${defect.y}`}>
              {kinds.labelOf(defect.kind)}, {SEVERITY_WORDS[defect.severity].label.toLowerCase()}
              {defect.note === "" ? "" : `: ${defect.note}`}{" "}
              <span className="text-muted">
                {defect.waiver
                  ? `Waived by ${defect.waiver.by.name}: ${defect.waiver.reason}`
                  : defect.acceptable
                    ? "Acceptable on this card"
                    : "Not waived"}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Making({ record }: { record: Record }) {
  const nameOf = useModelName();
  const { making } = record;
  if (!making)
    return (
      <RecordSection title="How it was made">
        <p className="text-muted">The file came from outside: no engine of this studio made it.</p>
      </RecordSection>
    );
  const { recipe, engine } = making;
  return (
    <RecordSection title="How it was made">
      <dl>
        <Fact name="Prompt">
          <span className="font-mono text-xs whitespace-pre-wrap">{recipe.text}</span>
        </Fact>
        {recipe.negative === "" ? null : (
          <Fact name="Not">
            <span className="font-mono text-xs whitespace-pre-wrap">{recipe.negative}</span>
          </Fact>
        )}
        <Fact name="Engine">
          <span title={`${engine.engineId}, ${engine.modelId}`}>{nameOf(engine)}</span>, revision {engine.revision}
        </Fact>
        <Fact name="Controls">
          {recipe.controls.aspectRatio}, {recipe.controls.quality} quality, seed <span className="font-mono">{making.seed}</span>
        </Fact>
        {making.references.length > 0 ? (
          <Fact name="References">
            <ul>
              {making.references.map((reference) => (
                <li key={`${reference.assetId} ${reference.role}`}>
                  {reference.fileName}, {reference.role} {Math.round(reference.weight * 100)} %
                  <span className="block text-xs text-muted">
                    {reference.rights.source || "Source not said"}. {reference.rights.licence || "Licence not said"}. Consent:{" "}
                    {reference.rights.consent}.
                  </span>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {making.lineage.length > 1 ? (
          <Fact name="Lineage">
            <ol className="flex flex-col gap-1">
              {making.lineage.map((ancestor) => (
                <li key={ancestor.promptId} className="border-l-2 border-line pl-2">
                  <span className="line-clamp-2 font-mono text-xs">{ancestor.text}</span>
                  <span className="text-xs text-faint">{at(ancestor.createdAt)}</span>
                </li>
              ))}
            </ol>
          </Fact>
        ) : null}
      </dl>
    </RecordSection>
  );
}
