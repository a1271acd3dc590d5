"use client";
import clsx from "clsx";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { useRemembered } from "@/components/ui/remembered";
import { WordChanges } from "@/components/ui/word-changes";
import { useModelName } from "@/lib/client/use-model-name";
import { type Compared, type SettingRow, settingsOf } from "@/lib/domain/compare/settings-difference";

export interface ComparedSettings extends Compared {
  readonly id: string;
  /** Its place among the pictures, from 1, as it stands on the picture too. */
  readonly number: number;
}

/** What the pictures were made with, a column each; words that differ from the first one's are marked. Nothing for a single one. */
export function SettingsStrip({ compared }: { compared: readonly ComparedSettings[] }) {
  const titleId = useId();
  const nameOf = useModelName();
  const [shown, setShown] = useRemembered("selects.settings", "differences");
  const [open, setOpen] = useRemembered("selects.settings-open", "open");
  if (compared.length < 2) return null;
  const all = settingsOf(compared, nameOf);
  const different = all.filter(({ isSame }) => !isSame);
  const rows = shown === "all" ? all : different;
  const isOpen = open === "open";
  return (
    <section aria-labelledby={titleId} className="shrink-0 border-t border-line bg-surface text-xs">
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1">
        <h2 id={titleId} className="font-medium text-muted">
          Settings
        </h2>
        <span className="text-faint tabular-nums">
          {different.length === 0 ? "Made with the same." : `${different.length} of ${all.length} differ`}
        </span>
        <div className="ml-auto flex items-center gap-3">
          {isOpen ? (
            <Checkbox label="Only differences" checked={shown !== "all"} onChange={(isOnly) => setShown(isOnly ? "differences" : "all")} />
          ) : null}
          <IconButton
            size="small"
            side="top"
            label={isOpen ? "Fold the settings away" : "Show the settings"}
            icon={isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
            onClick={() => setOpen(isOpen ? "folded" : "open")}
          />
        </div>
      </div>
      {isOpen && rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too
        <section tabIndex={0} aria-label="Settings of the pictures" className="max-h-[min(13rem,32vh)] overflow-auto border-t border-line">
          <table className="w-full border-separate border-spacing-0 text-left">
            <thead>
              <tr>
                <th className={clsx(CORNER, "w-24 min-w-24 px-3 max-sm:min-w-20 py-1.5 font-normal")}>
                  <span className="sr-only">Setting</span>
                </th>
                {compared.map(({ id, number, recipe, seed }) => (
                  <th key={id} scope="col" className={clsx(HEAD, "min-w-52 px-3 max-sm:min-w-36 py-1.5 font-normal")}>
                    <span className="flex items-baseline gap-2">
                      <span className="font-medium text-ink tabular-nums">{number}</span>
                      <span dir="auto" title={recipe.text} className="line-clamp-1 text-muted">
                        {recipe.text.trim() || `Seed ${seed}`}
                      </span>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.name} row={row} compared={compared} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  );
}

const GROUND = "bg-surface border-line";
const HEAD = `sticky top-0 z-10 border-b ${GROUND}`;
const SIDE = `sticky left-0 border-b ${GROUND}`;
const CORNER = `sticky top-0 left-0 z-20 border-b ${GROUND}`;

function Row({ row: { name, isSame, values }, compared }: { row: SettingRow; compared: readonly ComparedSettings[] }) {
  return (
    <tr>
      <th scope="row" className={clsx(SIDE, "px-3 py-1.5 align-top font-normal text-faint")}>
        {name}
      </th>
      {isSame ? (
        <td colSpan={compared.length} className="border-b border-line px-3 py-1.5 font-mono break-words text-faint">
          <span className="sr-only">The same for all: </span>
          {values[0]?.text}
        </td>
      ) : (
        values.map(({ text, changes }, index) => (
          <td
            key={compared[index]?.id}
            dir="auto"
            className="border-b border-line px-3 py-1.5 align-top font-mono leading-5 break-words text-muted"
          >
            {changes === null ? text : <WordChanges changes={changes} />}
          </td>
        ))
      )}
    </tr>
  );
}
