"use client";
import { FileSearch, LoaderCircle } from "lucide-react";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { type Verified, verifyFile } from "@/lib/client/verify-file";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";
import { refuseByDeclaration } from "@/lib/domain/asset/refusal";
import { Findings } from "./findings";

type Asked = { readonly fileName: string; readonly address: string | null; readonly answer: Verified | null };

const UNREACHED = "The studio cannot be reached; try again in a moment.";

/** Any file, dropped, pasted or chosen: what the studio knows of it. */
export function Verify() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOver, setOver] = useState(false);
  const underWay = useRef<AbortController | null>(null);
  const input = useId();
  const ask = (file: File | undefined) => {
    if (!file) return;
    underWay.current?.abort();
    const mine = new AbortController();
    underWay.current = mine;
    const refusal = refuseByDeclaration(file);
    const address = file.type.startsWith("image/") && refusal === null ? URL.createObjectURL(file) : null;
    const show = (answer: Verified | null) => setAsked({ fileName: file.name, address, answer });
    show(refusal === null ? null : { kind: "refused", sentence: refusal });
    if (refusal !== null) return;
    verifyFile(file, mine.signal).then(
      (answer) => {
        if (!mine.signal.aborted) show(answer);
      },
      () => {
        if (!mine.signal.aborted) show({ kind: "refused", sentence: UNREACHED });
      },
    );
  };
  const address = asked?.address ?? null;
  useEffect(() => (address === null ? undefined : () => URL.revokeObjectURL(address)), [address]);
  useEffect(() => () => underWay.current?.abort(), []);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => pasted.current(event.clipboardData?.files[0]);
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, []);
  const pasted = useRef(ask);
  pasted.current = ask;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    ask(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button and pasting do the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className="flex flex-col gap-6"
    >
      <div
        className={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border border-dashed px-4 py-5 ${
          isOver ? "border-accent-ink bg-accent-soft" : "border-line bg-surface"
        }`}
      >
        <FileSearch size={20} aria-hidden className="shrink-0 text-muted" />
        <p className="min-w-0 flex-1 basis-60 text-sm text-pretty">
          Drop or paste a picture or a film here. It is looked at and forgotten: nothing of it is kept.
        </p>
        <label htmlFor={input} className={`${buttonStyle("primary", "medium")} cursor-pointer focus-within:outline-2`}>
          Choose a file
          <input
            id={input}
            type="file"
            accept={ACCEPTED_FILES}
            className="sr-only"
            onChange={(event) => {
              ask(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
      </div>
      <div aria-live="polite" aria-busy={asked !== null && asked.answer === null}>
        {asked === null ? null : asked.answer === null ? (
          <p className="flex items-center gap-2 text-sm text-muted">
            <LoaderCircle size={16} aria-hidden className="animate-spin" />
            Looking at “{asked.fileName}”
          </p>
        ) : asked.answer.kind === "refused" ? (
          <p role="alert" className="border-l-2 border-bad pl-3 text-sm text-pretty">
            “{asked.fileName}”: {asked.answer.sentence}
          </p>
        ) : (
          <Findings fileName={asked.fileName} picture={asked.address} verification={asked.answer.verification} />
        )}
      </div>
    </div>
  );
}
