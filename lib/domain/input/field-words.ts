/** Fields whose name in a request is not their word on screen. A list is named by one of its items. */
const WORDS: Readonly<Record<string, string>> = {
  text: "prompt",
  negative: "negative prompt",
  count: "number of variants",
  x: "place of the defect",
  y: "place of the defect",
  due: "due rule",
  dueAt: "due date",
  expiresAt: "expiry",
  expiresOn: "expiry of the rights",
  hardBudgetMicros: "hard budget",
  quoteMicros: "quote",
  displayName: "name",
  email: "e-mail address",
  toMemberId: "person it is given to",
  libraryId: "style library",
  versionId: "version",
  basedOn: "version it is based on",
  seenAttempt: "number of the newest attempt seen",
  maxSeverity: "highest acceptable severity",
  limit: "number of items on a page",
  cursor: "place in the list",
  after: "place in the stream",
  slug: "address of the pattern",
  inFlight: "choice of runs in flight",
  archived: "choice of archived ones",
  deleted: "choice of deleted ones",
};

/** Fields that are called otherwise inside another one. */
const WORDS_IN: Readonly<Record<string, string>> = {
  "due.count": "number of the due rule",
  "due.unit": "unit of the due rule",
  "fallbackPath.kind": "kind of the fallback path",
  "owner.kind": "kind of owner",
};

/** Lists whose items are called otherwise than the list. */
const ITEM_WORDS: Readonly<Record<string, string>> = { values: "seed", choices: "choice", parts: "card", status: "status" };

type Path = readonly PropertyKey[];

/**
 * What a place in a request is called on screen, with its article: `["recipe", "text"]` → "the prompt",
 * `["recipe", "references", 2, "weight"]` → "the weight of reference 3", `[]` → "the request".
 */
export function fieldWords(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the request";
  if (typeof last === "number") return itemWords(path.at(-2), last);
  const at = path.findLastIndex((part) => typeof part === "number");
  const index = path[at];
  const place = path.slice(-2).map(String).join(".");
  const word = `the ${(Object.hasOwn(WORDS_IN, place) ? WORDS_IN[place] : undefined) ?? wordOf(String(last))}`;
  return typeof index === "number" ? `${word} of ${itemWords(path[at - 1], index)}` : word;
}

function itemWords(list: PropertyKey | undefined, index: number): string {
  const name = typeof list === "string" ? list : "item";
  return `${ITEM_WORDS[name] ?? wordOf(name).replace(/(?<![su])s$/, "")} ${index + 1}`;
}

/** "retryLimit" → "retry limit", "cardId" → "card". Other people's names are kept short and printable. */
function wordOf(name: string): string {
  const known = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name)) return quoted(name);
  return name
    .replace(/Id(s?)$/, "$1")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

const LONGEST_QUOTE = 40;

/** Somebody's own words inside a sentence of ours: printable, at most 40 characters, in quotation marks. */
export function quoted(text: string): string {
  const printable = [...text.replace(/[\p{C}\p{Z}]+/gu, " ")];
  return `“${printable.length > LONGEST_QUOTE ? `${printable.slice(0, LONGEST_QUOTE).join("")}…` : printable.join("")}”`;
}
