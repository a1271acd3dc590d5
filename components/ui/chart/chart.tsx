"use client";
import { Table2 } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "../icon-button";

export interface ChartProps {
  readonly title: string;
  /** What a reader should take from it, in a sentence: what the drawing says to those who do not see it. */
  readonly says: string;
  /** The same numbers: the head, and rows of as many cells. The first column names the row. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Draws it into `width` CSS pixels. */
  readonly children: (width: number) => ReactNode;
}

/** A drawing of numbers that fits its room, and the numbers themselves at one press. */
export function Chart({ title, says, table, children }: ChartProps) {
  const [isTable, setTable] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = room.current;
    if (!node) return;
    const measure = () => setWidth(node.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return (
    <figure className="grid min-w-0 content-start gap-1.5">
      <figcaption className="flex min-h-7 items-center justify-between gap-2 text-xs font-medium text-muted">
        <span className="min-w-0">{title}</span>
        <IconButton
          size="small"
          label={isTable ? "Show the chart" : "Show as a table"}
          pressed={isTable}
          icon={<Table2 size={13} aria-hidden />}
          onClick={() => setTable(!isTable)}
        />
      </figcaption>
      <div ref={room} className="min-w-0">
        {isTable ? (
          <Numbers label={title} {...table} />
        ) : width > 0 ? (
          <div role="img" aria-label={`${title}. ${says}`}>
            {children(width)}
          </div>
        ) : null}
      </div>
    </figure>
  );
}

function Numbers({ label, head, rows }: ChartProps["table"] & { readonly label: string }) {
  return (
    <div className="max-h-72 overflow-auto">
      <table aria-label={label} className="w-full text-xs tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-faint">
            {head.map((word, column) => (
              <th key={word} scope="col" className={`py-1 font-normal ${column === 0 ? "" : "pl-3 text-right"}`}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name
            <tr key={index} className="border-b border-line last:border-b-0">
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row" dir="auto" className="py-1 text-left font-normal break-words">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]} className="py-1 pl-3 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
