import { type Light, lightOf } from "../lexicon/lights";
import type { CameraMove, Pace } from "./motion-spec";

/** What the words of a prompt say about movement, and the prompt without them. */
export interface MotionReading {
  readonly camera: CameraMove | null;
  readonly pace: Pace;
  /** The light before and after a passage of time ("from day to night"); the first is null when only the second is named. */
  readonly passage: { readonly from: string | null; readonly to: Light } | null;
  readonly isTimelapse: boolean;
  readonly falling: "rain" | "snow" | null;
  /** The phrases acted on, as they stand in the prompt. */
  readonly understood: readonly string[];
  /** The prompt without them: what there is to see. */
  readonly rest: string;
}

const PACE =
  "(?:(?:very|really|a)\\s+)?(?:slow(?:ly)?|gentle|gently|gradual(?:ly)?|smooth(?:ly)?|steady|steadily|fast|quick(?:ly)?|rapid(?:ly)?|swift(?:ly)?)";
const CAMERA = "(?:(?:the\\s+)?camera\\s+)?";
const TOWARDS = "(?:\\s+(?:slowly|gently|quickly))?(?:\\s+(?:to|towards?|from)(?:\\s+the)?)?";

/** A move by the phrases that name it; tried in order, the first that fits counts. */
const MOVES: readonly (readonly [move: CameraMove, phrase: string])[] = [
  ["tilt-up", `(?:tilt|pan|crane|boom|pedestal)(?:s|ing)?(?:\\s+shot)?${TOWARDS}\\s+up(?:wards?)?|camera\\s+ris(?:es|ing)`],
  ["tilt-down", `(?:tilt|pan|crane|boom|pedestal)(?:s|ing)?(?:\\s+shot)?${TOWARDS}\\s+down(?:wards?)?|camera\\s+(?:lowers|lowering|sinks)`],
  ["pan-left", `(?:pan|truck|track|slid|dolly|mov)(?:e?s|e|ning|n?ing)?(?:\\s+shot)?${TOWARDS}\\s+left|left\\s+pan`],
  ["pan-right", `(?:pan|truck|track|slid|dolly|mov)(?:e?s|e|ning|n?ing)?(?:\\s+shot)?${TOWARDS}\\s+right|right\\s+pan`],
  [
    "push-in",
    `(?:zoom|push|dolly|mov|clos)(?:e?s|e|ing)?(?:\\s+(?:slowly|gently|quickly))?[\\s-]+(?:in(?:to|wards?)?|closer|forwards?)(?:\\s+(?:on|to))?|zoom(?:s|ing)?\\s+(?:on|to|towards?)|push[- ]in`,
  ],
  [
    "pull-out",
    "(?:zoom|pull|dolly|mov)(?:e?s|e|ing)?(?:\\s+(?:slowly|gently|quickly))?[\\s-]+(?:out(?:wards?)?|back(?:wards?)?|away)(?:\\s+from)?|pull[- ](?:out|back)",
  ],
  [
    "orbit",
    "orbit(?:s|ing)?(?:\\s+shot|\\s+around(?:\\s+the|\\s+a)?)|orbiting|camera\\s+(?:orbits?|circles|circling)(?:\\s+around)?|arc\\s+shot|(?:circl|rotat)(?:es|ing)\\s+around|orbit(?=\\s*(?:,|\\.|$))",
  ],
  [
    "static",
    "(?:static|locked|locked[- ]off|still|fixed|motionless)\\s+(?:camera|shot|frame)|tripod(?:\\s+shot)?|no\\s+camera\\s+movement|static(?=\\s*(?:,|\\.|$))",
  ],
  ["pan-right", "panning(?:\\s+shot)?|pan\\s+(?:across|over|shot)|camera\\s+pans?"],
];

const TIMELAPSE = /\btime[\s-]?lapse\b|\bhyper[\s-]?lapse\b/g;
const PASSAGE_TO =
  /\b(?:(?:from\s+)?([a-z]+)\s+)?(?:(?:in)?to|(?:turn|fad|chang|shift)(?:s|es|ing)\s+(?:in)?to|becom(?:es|ing)|until)\s+(?:the\s+|a\s+)?([a-z]+)\b/g;
const NIGHT_FALLS = /\bnight\s?fall(?:s|ing)?\b|\b(?:as|while)\s+(?:the\s+)?night\s+(?:falls|comes)\b/g;
const FALLING =
  /\b(?:(?:softly|gently|slowly|heavily|lightly)\s+)?falling\s+(snow(?:flakes)?|rain)\b|\b(snow(?:flakes)?|rain)(?:\s+(?:is|are))?\s+(?:softly\s+|gently\s+|slowly\s+|heavily\s+|lightly\s+)?fall(?:s|ing)?\b|\b(snowing|raining)\b/g;
/** Movement that the scene has by itself, and words for what a clip is. */
const NATURAL =
  /\b(?:(?:drifting|passing|racing|moving|rolling)\s+clouds|clouds?\s+(?:drift|pass|rac|mov|roll)(?:e?s|e|ing)?(?:\s+by|\s+across)?|(?:rolling|rippling|lapping|gentle)\s+(?:waves|water)|(?:waves|water)\s+(?:roll|rippl|lap|mov)(?:e?s|e|ing)?|(?:seamless(?:ly)?\s+)?loop(?:ing|ed|s)?|(?:short\s+)?(?:video|clip|footage|animation|animated))\b/g;

/** Takes the words about movement out of a prompt, so that "pan left" is no frying pan and "orbit" no place in space. */
export function readMotion(text: string): MotionReading {
  const reader = new PhraseReader(text.slice(0, 60_000));
  let isTimelapse = false;
  reader.take(TIMELAPSE, () => {
    isTimelapse = true;
    return true;
  });
  let passage: MotionReading["passage"] = null;
  reader.take(NIGHT_FALLS, () => {
    passage ??= { from: null, to: "night" };
    return true;
  });
  reader.take(PASSAGE_TO, ([, from, to]) => {
    const light = lightOf(to ?? "");
    const isFromLight = from !== undefined && lightOf(from) !== null;
    // "boat to dusk" is no passage of time; "day to dusk" and "timelapse to dusk" are.
    if (light === null || passage !== null || !(isFromLight || isTimelapse)) return false;
    passage = { from: isFromLight ? from : null, to: light };
    return isFromLight || from === undefined;
  });
  let falling: MotionReading["falling"] = null;
  reader.take(FALLING, ([phrase]) => {
    falling = /rain/.test(phrase) ? "rain" : "snow";
    return true;
  });
  let camera: CameraMove | null = null;
  let pace: Pace = "steady";
  for (const [move, phrase] of MOVES) {
    reader.take(new RegExp(`\\b(?:${PACE}\\s+)?${CAMERA}(?:${PACE}\\s+)?(?:${phrase})(?:\\s+${PACE})?(?![a-z])`, "g"), ([words]) => {
      camera ??= move;
      if (/slow|gentl|gradual|smooth/.test(words)) pace = "slow";
      if (/fast|quick|rapid|swift/.test(words)) pace = "fast";
      return true;
    });
  }
  reader.take(NATURAL, () => true);
  return { camera, pace, passage, isTimelapse, falling, understood: reader.understood, rest: reader.rest };
}

class PhraseReader {
  readonly understood: string[] = [];
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  /** Removes what `pattern` finds and `accept` agrees to. Quoted lettering is left alone. */
  take(pattern: RegExp, accept: (match: readonly [string, ...(string | undefined)[]]) => boolean): void {
    const parts = this.rest.split(/(["“”«»„][^"“”«»„]{1,60}["“”«»„])/u);
    this.rest = parts
      .map((part, k) => {
        if (k % 2 === 1) return part;
        const low = part.toLowerCase();
        // Folding case can change the length of some scripts; then positions would not match.
        const source = low.length === part.length ? low : part;
        let kept = "";
        let end = 0;
        for (const match of source.matchAll(pattern)) {
          const [phrase, ...groups] = match;
          if (!accept([phrase, ...groups])) continue;
          this.understood.push(phrase.trim());
          kept += part.slice(end, match.index);
          end = match.index + phrase.length;
        }
        return kept + part.slice(end);
      })
      .join("");
  }
}
