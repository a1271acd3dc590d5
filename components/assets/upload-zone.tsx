"use client";
import { ImageUp, X } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Meter } from "@/components/ui/meter";
import type { AssetUpload } from "@/lib/client/uploads";

/** Takes files dropped anywhere on it, or pasted anywhere on the page, and shows how far they are. */
export function UploadZone({ upload, children }: { upload: AssetUpload; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const { add } = upload;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) add(files);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [add]);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    // Going over something inside is not leaving.
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button and pasting do the same by keyboard
    <div onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop} className="relative flex h-full flex-col">
      <UploadList upload={upload} />
      <div className="min-h-0 flex-1">{children}</div>
      {isOver ? (
        <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent-ink bg-scrim">
          <p className="flex items-center gap-2 rounded-md bg-raised px-3 py-2 text-lg font-medium">
            <ImageUp size={18} aria-hidden /> Drop to add to the workspace
          </p>
        </div>
      ) : null}
    </div>
  );
}

const STATE_WORDS = { waiting: "Waiting", sending: "", paused: "Waiting for the connection" } as const;

function UploadList({ upload: { files, cancel } }: { upload: AssetUpload }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="On their way" className="max-h-40 shrink-0 overflow-y-auto border-b border-line bg-surface px-4 py-2 sm:px-6">
      {files.map(({ id, fileName, fraction, state }) => (
        <li key={id} className="flex items-center gap-2 py-0.5">
          <div className="min-w-0 flex-1">
            <Meter
              label={fileName}
              fraction={fraction === 1 ? null : fraction}
              text={STATE_WORDS[state] || (fraction === 1 ? "Looking at the file" : `${Math.round(fraction * 100)} %`)}
            />
          </div>
          <IconButton label={`Cancel ${fileName}`} size="small" icon={<X size={13} aria-hidden />} onClick={() => cancel(id)} />
        </li>
      ))}
    </ul>
  );
}
