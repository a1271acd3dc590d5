import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { ImportProblem } from "@/lib/domain/pattern/library-archive";
import type { Style } from "@/lib/domain/pattern/styles-file";
import { linesOf } from "@/lib/domain/table/csv";

/** InvokeAI writes a style's words flat, or below `preset_data`. */
const JsonStyle = z
  .object({
    name: z.string().default(""),
    prompt: z.string().optional(),
    positive_prompt: z.string().optional(),
    negative_prompt: z.string().nullish(),
    get preset_data() {
      return z.object({ positive_prompt: z.string().nullish(), negative_prompt: z.string().nullish() }).optional();
    },
  })
  .transform(({ name, prompt, positive_prompt, negative_prompt, preset_data }) => ({
    name,
    prompt: prompt ?? positive_prompt ?? preset_data?.positive_prompt ?? "",
    negative: negative_prompt ?? preset_data?.negative_prompt ?? "",
  }));

const NAMES = {
  name: ["name", "title", "style"],
  prompt: ["prompt", "positive_prompt", "positive prompt"],
  negative: ["negative_prompt", "negative prompt", "negative"],
};
/** So many words of a prompt make its name where nobody gave one. */
const NAME_WORDS = 6;

export interface ReadStyles {
  readonly styles: readonly Style[];
  readonly problems: readonly ImportProblem[];
}

/**
 * The styles of a file of another program: `styles.csv` of AUTOMATIC1111, the presets of InvokeAI (CSV or JSON), or a
 * plain list of prompts. A row that cannot be read is said and left out; the others are read.
 * @throws AppError `BAD_INPUT` for a file that is none of these
 */
export function readStyles(bytes: Uint8Array): ReadStyles {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("BAD_INPUT", "This file is neither a library's zip nor text in UTF-8.", { cause });
  }
  return /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
}

function fromJson(text: string): ReadStyles {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new AppError("BAD_INPUT", "This file is not valid JSON.", { cause });
  }
  const problems: ImportProblem[] = [];
  const styles = (Array.isArray(read) ? read : [read]).flatMap((item: unknown, index): Style[] => {
    const place = `style ${index + 1}`;
    const style = JsonStyle.safeParse(item);
    if (style.success) return [{ ...style.data, place }];
    problems.push({ kind: "refused", about: place, sentence: "It is no style: it needs a name and a prompt, both text." });
    return [];
  });
  return { styles, problems };
}

function fromCsv(text: string): ReadStyles {
  const [head = [], ...rows] = linesOf(text);
  const columns = columnsOf(head);
  if (!columns) return fromList(text);
  const styles = rows.flatMap((cells, index): Style[] => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const at = (column: number | null) => (column === null ? "" : (cells[column] ?? ""));
    const prompt = at(columns.prompt);
    const name = columns.name === null ? nameFrom(prompt) : at(columns.name);
    return [{ name, prompt, negative: at(columns.negative), place: `row ${index + 2}` }];
  });
  return { styles, problems: [] };
}

/** Where what stands, by the words of the first row; null when it is none of titles: then the file is a list of prompts. */
function columnsOf(head: readonly string[]) {
  const find = (names: readonly string[]) => {
    const at = head.findIndex((title) => names.includes(title.trim().toLowerCase()));
    return at < 0 ? null : at;
  };
  const prompt = find(NAMES.prompt);
  return prompt === null ? null : { name: find(NAMES.name), prompt, negative: find(NAMES.negative) };
}

/** A prompt a line: commas are part of it. Quotation marks around a whole line are not. */
function fromList(text: string): ReadStyles {
  const styles = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line, index) => ({ prompt: line.trim().replace(/^"(.*)"$/, "$1"), place: `row ${index + 1}` }))
    .filter(({ prompt }) => prompt !== "")
    .map(({ prompt, place }): Style => ({ name: nameFrom(prompt), prompt, negative: "", place }));
  return { styles, problems: [] };
}

const nameFrom = (prompt: string) => prompt.trim().split(/\s+/).slice(0, NAME_WORDS).join(" ").slice(0, 120);
