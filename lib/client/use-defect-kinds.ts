"use client";
import { useQuery } from "@tanstack/react-query";
import { type KindView, labelOf, taxonomyOf } from "@/lib/domain/review/taxonomy";
import { studio } from "./query";

export interface DefectKinds {
  /** Every kind, hidden ones too. */
  readonly all: readonly KindView[];
  /** Those that are offered. */
  readonly offered: readonly KindView[];
  readonly labelOf: (kind: string) => string;
  /** Those that are offered, and those that stand already: a list never loses a line because its kind was hidden since. */
  readonly optionsWith: (
    standing: readonly string[],
  ) => readonly { readonly value: string; readonly label: string; readonly hint: string }[];
}

/** The kinds of defects as this workspace calls them; until they are read, as the studio does. */
export function useDefectKinds(): DefectKinds {
  const { data } = useQuery(studio.defectKind.list.queryOptions({ input: {} }));
  const all = data?.items ?? taxonomyOf([]);
  return {
    all,
    offered: all.filter(({ isHidden }) => !isHidden),
    labelOf: (kind) => labelOf(all, kind),
    optionsWith: (standing) =>
      all
        .filter(({ kind, isHidden }) => !isHidden || standing.includes(kind))
        .map(({ kind, label, hint }) => ({ value: kind, label, hint })),
  };
}
