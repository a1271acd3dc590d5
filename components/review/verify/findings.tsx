import clsx from "clsx";
import { CircleAlert, CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { Picture } from "@/components/ui/picture";
import type { ManifestFinding } from "@/lib/domain/publication/examination";
import type { RecognisedPublication, Recognition, Verification } from "@/lib/domain/publication/verification";
import { addresses } from "../addresses";
import { PublicationBadge } from "../publications/publication-badge";
import { Fact, RecordSection } from "../publications/record-section";

const LOOKS = {
  ok: { icon: CircleCheck, colour: "text-ok" },
  warn: { icon: CircleAlert, colour: "text-warn" },
  bad: { icon: CircleX, colour: "text-bad" },
  neutral: { icon: CircleHelp, colour: "text-muted" },
} as const satisfies Record<Verification["tone"], { icon: LucideIcon; colour: string }>;

/** What is known of one file: the answer first, then what it rests on. */
export function Findings({ fileName, picture, verification }: { fileName: string; picture: string | null; verification: Verification }) {
  const { verdict, tone, file, publications } = verification;
  const { icon: Icon, colour } = LOOKS[tone];
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <div>
        {picture === null ? null : (
          // biome-ignore lint/performance/noImgElement: a file of this browser's own, at no address of ours
          <img src={picture} alt="" className="max-h-64 w-full rounded-md bg-surround object-contain" />
        )}
        <p dir="auto" className="mt-2 text-xs break-words text-muted">
          {fileName}
        </p>
      </div>
      <div>
        <h2 className="mb-4 flex items-start gap-2 text-lg font-medium text-pretty">
          <Icon size={20} aria-hidden className={`mt-1 shrink-0 ${colour}`} />
          {verdict}
        </h2>
        <RecordSection title="Publications">
          {publications.length === 0 ? (
            <p className="text-sm text-muted">No publication of this workspace is this file, or looks like it.</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {publications.map((publication) => (
                <li key={publication.publicationId}>
                  <Recognised publication={publication} />
                </li>
              ))}
            </ul>
          )}
        </RecordSection>
        <Manifest manifest={file.manifest} />
        <RecordSection title="Other marks">
          <dl>
            <Fact name="Invisible id">{invisibleIdSentence(file)}</Fact>
            <Fact name="Our XMP">
              {file.xmpPublicationId === null
                ? "None of ours is in the file."
                : "The file names one of our publications; anybody can write that."}
            </Fact>
            <Fact name="SHA-256">
              <span className="font-mono text-xs">{file.sha256}</span>
            </Fact>
          </dl>
        </RecordSection>
      </div>
    </div>
  );
}

function invisibleIdSentence({ invisibleId, looksLike, isDamaged }: Verification["file"]): string {
  if (isDamaged) return "The picture is damaged and cannot be shown; not looked for.";
  if (looksLike === null) return "Films carry none; not looked for.";
  return invisibleId === null ? "None was found. Cutting and scaling together, or turning, hides one." : `Found: ${invisibleId}.`;
}

const BY_WORDS = {
  "same-bytes": "byte for byte the published file",
  "approved-bytes": "byte for byte the file that was approved",
  manifest: "named by our signed manifest in it",
  "invisible-id": "named by the invisible id in its pixels",
  xmp: "named by what the file says of itself",
  likeness: "looks",
} as const satisfies Record<Recognition, string>;

function Recognised({ publication }: { publication: RecognisedPublication }) {
  const { publicationId, cardTitle, state, assetId, by, likeness, distance, shows, isChanged } = publication;
  const words = by.map((each) => (each === "likeness" ? `looks ${likeness} (${distance} of 64 bits differ)` : BY_WORDS[each]));
  return (
    <Link href={addresses.publication(publicationId)} className="group flex items-start gap-3 rounded-md">
      <Picture
        src={addresses.picture(assetId, "thumb")}
        width={80}
        height={60}
        thumbHash=""
        alt=""
        fit="contain"
        className="h-15 w-20 shrink-0 rounded-sm bg-inset"
      />
      <span className="min-w-0 text-sm">
        <span className="flex flex-wrap items-center gap-2">
          <span dir="auto" className="font-medium group-hover:underline">
            {cardTitle}
          </span>
          <PublicationBadge state={state} />
        </span>
        <span className="block text-xs text-muted text-pretty">{words.join("; ")}</span>
        {shows === null ? null : <span className={clsx("block text-xs text-pretty", isChanged ? "text-bad" : "text-muted")}>{shows}</span>}
      </span>
    </Link>
  );
}

function Manifest({ manifest }: { manifest: ManifestFinding }) {
  const { sentence, signer, title, generator, actions, ingredients, finding } = manifest;
  const facts = [
    { name: finding === "tampered" ? "Claims to be by" : "Signed by", text: signer },
    { name: "Title", text: title },
    { name: "Made with", text: generator },
    { name: "What happened", text: actions.length > 0 ? actions.map((action) => action.replace(/^c2pa\./, "")).join(", ") : null },
    { name: "Made of", text: ingredients.length > 0 ? ingredients.map((each) => each.title).join(", ") : null },
  ];
  return (
    <RecordSection title="Manifest">
      <p className="mb-2 text-sm text-pretty">{sentence}</p>
      <dl>
        {facts.map(({ name, text }) =>
          text === null ? null : (
            <Fact key={name} name={name}>
              <span dir="auto">{text}</span>
            </Fact>
          ),
        )}
      </dl>
    </RecordSection>
  );
}
