import { formatPrice, MicrosText } from "@/lib/domain/money/micros";
import type { HistoryEntry } from "@/lib/domain/review/view";
import { FALLBACK_WORDS } from "../words";

type Details = HistoryEntry["details"];
export type HistoryLine = {
  /** What was done, to stand after a name: "approved attempt 2". */
  readonly did: string;
  /** Their own words, where they gave any. */
  readonly words: string;
};

const text = (details: Details, key: string) => {
  const value = details[key];
  return typeof value === "string" ? value : "";
};

const named = (words: Readonly<Record<string, unknown>>, key: string): string => {
  const found = words[key];
  if (typeof found === "string") return found.toLowerCase();
  const label = typeof found === "object" && found !== null && "label" in found ? found.label : key;
  return String(label).toLowerCase();
};

const TERMS: Readonly<Record<string, string>> = {
  title: "the title",
  goal: "the goal",
  acceptableDefects: "the acceptable defects",
  ownerId: "the owner",
  retryLimit: "the retry limit",
  fallbackPath: "the fallback path",
  dueAt: "the due date",
  stages: "the stages",
};

type Told = Pick<HistoryEntry, "verb" | "by" | "details" | "handed">;

/** Whose it was, unless it was their own to give: "Ada's". */
const whose = ({ by, handed }: Told, own: string) => (!handed?.from || handed.from.id === by?.id ? own : `${handed.from.name}’s`);
const isTaken = ({ by, handed }: Told) => handed?.to != null && handed.to.id === by?.id;

function handedOver(told: Told): string {
  const { handed } = told;
  if (!handed?.to) return "handed the card over";
  if (isTaken(told)) return handed.from ? `took the card over from ${handed.from.name}` : "took the card";
  const from = handed.from && handed.from.id !== told.by?.id ? ` from ${handed.from.name}` : "";
  return `handed the card over${from} to ${handed.to.name}`;
}

function seatGiven(told: Told): string {
  if (!told.handed?.to) return "gave a seat to somebody else";
  if (isTaken(told)) return `took ${whose(told, "a")} seat`;
  return `gave ${whose(told, "their own")} seat to ${told.handed.to.name}`;
}

function workGiven(told: Told): string {
  const { handed } = told;
  if (!handed?.to) return "gave the work by hand to somebody";
  if (isTaken(told)) return handed.from ? `took the work by hand over from ${handed.from.name}` : "took up the work by hand";
  const from = handed.from && handed.from.id !== told.by?.id ? ` from ${handed.from.name}` : "";
  return `gave the work by hand${from} to ${handed.to.name}`;
}

function fallbackTaken(told: Told): string {
  const { details, handed } = told;
  const path = `took the fallback path: ${named(FALLBACK_WORDS, text(details, "path"))}`;
  if (handed?.to) return `${path}, by ${isTaken(told) ? "themselves" : handed.to.name}`;
  const name = text(details, "name");
  if (typeof details.attempt === "number") return `${path}; “${name}” became attempt ${details.attempt}`;
  if (text(details, "whyNot") !== "") return `${path}${name === "" ? "" : `, ${name}`}; it has to be made by hand`;
  const model = text(details, "model");
  if (model === "") return path;
  const version = typeof details.version === "number" ? `, version ${details.version} of “${name}”` : "";
  return `${path}${version}, on ${model} (${text(details, "engine")}) for ${priced(details, "quoteMicros")}`;
}

/** An amount of the trail as money; nothing where it says none. */
function priced(details: Details, key: string): string {
  const micros = MicrosText.safeParse(details[key]);
  return micros.success ? formatPrice(BigInt(micros.data)) : "";
}

/** "submitted attempt 2, from “boat.png”". */
function submitted(details: Details): string {
  const file = text(details, "file");
  return `submitted attempt ${details.attempt ?? ""}`.trim() + (file === "" ? "" : `, from “${file}”`);
}

function madeByFallback(details: Details): string {
  const model = text(details, "model");
  const cost = priced(details, "actualMicros");
  const made = model === "" ? "" : ` on ${model} (${text(details, "engine")})`;
  return `submitted attempt ${details.attempt ?? ""}, made by the fallback path${made}${cost === "" ? "" : ` for ${cost}`}`;
}

function editedTerms({ details, handed }: Told): string {
  const owner = handed && `the owner from ${handed.from?.name ?? "nobody"} to ${handed.to?.name ?? "nobody"}`;
  const terms = Object.entries(TERMS).flatMap(([term, words]) =>
    `${term}After` in details ? [(term === "ownerId" && owner) || words] : [],
  );
  if (terms.length === 0) return "saved the card without a change";
  return `changed ${terms.length === 1 ? terms[0] : `${terms.slice(0, -1).join(", ")} and ${terms.at(-1)}`}`;
}

function editedRecipe(details: Details): string {
  const difference = text(details, "difference");
  return difference === "" ? "went back to the approved recipe" : `edited the approved recipe: ${difference}`;
}

type LabelOf = (kind: string) => string;

const DID: Readonly<Record<string, (details: Details, labelOf: LabelOf, told: Told) => string>> = {
  "card.create": () => "started this card",
  "card.edit": (_details, _labelOf, told) => editedTerms(told),
  "card.submit": submitted,
  "card.record-defect": (details, labelOf) =>
    `marked a ${text(details, "severity")} defect: ${labelOf(text(details, "kind")).toLowerCase()}`,
  "card.recheck-defect": ({ verdict }) =>
    verdict === "fixed"
      ? "said that a defect is fixed"
      : verdict === "still-there"
        ? "said that a defect is still there"
        : "took back what was said of a defect",
  "card.submit-many": (details) => ("attempt" in details ? submitted(details) : "started this card"),
  "card.decide-many": (details) => {
    const words = { approve: "approved", "request-changes": "requested changes to", reject: "rejected" };
    return `${named(words, text(details, "decision"))} attempt ${details.attempt ?? ""}, with others`;
  },
  "card.pick-option": () => "chose one of the pictures on offer",
  "card.tick-check": (details) => `${details.isTicked === true ? "ticked" : "took back"} the check “${text(details, "check")}”`,
  "card.remove-defect": () => "took a defect back",
  "card.waive-defect": () => "waived a defect",
  "card.request-changes": (details) =>
    `requested changes to attempt ${details.attempt ?? ""}${details.to === "exhausted" ? "; no retry is left" : ""}`,
  "card.approve": (details) => `approved attempt ${details.attempt ?? ""}`.trim(),
  "card.reject": (details) => `rejected attempt ${details.attempt ?? ""}`.trim(),
  "card.hand-over": (_details, _labelOf, told) => handedOver(told),
  "card.delegate": (_details, _labelOf, told) => seatGiven(told),
  "card.waive-retry": () => "granted one more retry",
  "card.take-fallback": (_details, _labelOf, told) => fallbackTaken(told),
  "run.finish": madeByFallback,
  "card.hand-over-work": (_details, _labelOf, told) => workGiven(told),
  "card.edit-recipe": editedRecipe,
  "run.start": editedRecipe,
  "card.request-again": () => "requested review of the approved file again",
  "card.split": (details) => (details.parts ? `split the card into ${details.parts}` : "started this card from a split"),
  "card.stop": () => "stopped the card",
  "share.create": (details) => `shared the card with guests through “${text(details, "name")}”`,
  "share.revoke": (details) => `revoked the link “${text(details, "name")}”`,
  "guest.recommend": (details) =>
    `recommended ${details.verdict === "approve" ? "to approve" : "changes to"} attempt ${details.attempt ?? ""}, as a guest`,
  "guest.mark": (details) => `marked a place on attempt ${details.attempt ?? ""}, as a guest`,
  "guest.download": (details) => `downloaded attempt ${details.attempt ?? ""}, as a guest`,
  "guest.accept-mark": (details, labelOf) =>
    `took a mark by ${text(details, "guest")} for a ${text(details, "severity")} defect: ${labelOf(text(details, "kind")).toLowerCase()}`,
  "guest.dismiss-mark": (details) => `set a mark by ${text(details, "guest")} aside`,
  "publication.publish": () => "published the approved attempt",
  "publication.withdraw": () => "withdrew the publication",
};

/** An entry of the audit trail as a person reads it, kinds of defects as they are called here. A verb this screen does not know is shown by its own name. */
export function historyLine(told: Told, labelOf: LabelOf): HistoryLine {
  const { verb, details } = told;
  return {
    did: DID[verb]?.(details, labelOf, told) ?? verb,
    words: text(details, "note") || text(details, "reason") || text(details, "whyNot"),
  };
}
