import type { Difference } from "./difference";

const QUOTED = { added: "added", removed: "removed" } as const;

/** A difference as a sentence part for those who do not see the signs on its chip: "added “lighthouse”". */
export function differenceWords({ kind, text }: Difference): string {
  switch (kind) {
    case "added":
    case "removed":
      return `${QUOTED[kind]} “${text}”`;
    case "reference":
      if (text.startsWith("+ ")) return `added the reference ${text.slice(2)}`;
      if (text.startsWith("− ")) return `removed the reference ${text.slice(2)}`;
      return `reference now ${text}`;
    case "engine":
      return text.replace("engine → ", "engine changed to ");
    case "aspect":
      return `aspect ratio changed to ${text}`;
    case "quality":
      return `quality changed to ${text}`;
    case "count":
      return `number of variants changed to ${text.replace("× ", "")}`;
    case "negative":
      return text === "no negative" ? "removed the negative prompt" : `negative prompt changed to “${text.replace(/^not: /, "")}”`;
    case "setting":
    case "seeds":
    case "pattern":
      return text;
    default:
      return kind satisfies never;
  }
}
