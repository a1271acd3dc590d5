import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestDay, firstDigestOf } from "@/lib/domain/notice/digest";
import { dueSteps } from "@/lib/domain/notice/due";
import { digestOf, letterOf } from "@/lib/domain/notice/letter";
import {
  excerpt,
  MAX_EXCERPT,
  NOTICE_KINDS,
  type NoticeFacts,
  type NoticeKind,
  noticePath,
  noticeSentence,
} from "@/lib/domain/notice/notice";
import { type CardStep, settledHow, settledSentence } from "@/lib/domain/notice/settled";
import { TimeZone, wishesOf, wishFor } from "@/lib/domain/notice/wish";

const HOUR_MS = 3_600_000;
const at = (text: string) => new Date(text);

describe("a digest", () => {
  test("is due from its hour on, as its reader's clock has it, and once a day", () => {
    const zurich = { timeZone: "Europe/Zurich", hour: 8 };
    expect(digestDay(at("2026-01-10T06:59:59Z"), zurich, null)).toBeNull();
    expect(digestDay(at("2026-01-10T07:00:00Z"), zurich, null)).toBe("2026-01-10");
    expect(digestDay(at("2026-01-10T20:00:00Z"), zurich, "2026-01-10")).toBeNull();
    // Kiribati has the next day already.
    expect(digestDay(at("2026-01-10T20:00:00Z"), { timeZone: "Pacific/Kiritimati", hour: 8 }, "2026-01-10")).toBe("2026-01-11");
  });

  test("comes once for each of its reader's days, whatever their clocks do and however often it is looked at", () => {
    const zone = fc.constantFrom("UTC", "Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca");
    const begin = fc.constantFrom("2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z", "2026-03-06T00:00:00Z", "2026-10-02T00:00:00Z");
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 23 }), begin, fc.integer({ min: 7, max: 50 }), (timeZone, hour, from, stepMinutes) => {
        const days: string[] = [];
        for (let ms = at(from).getTime(); ms < at(from).getTime() + 5 * 24 * HOUR_MS; ms += stepMinutes * 60_000) {
          const day = digestDay(new Date(ms), { timeZone, hour }, days.at(-1) ?? null);
          if (day !== null) days.push(day);
        }
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 12 },
    );
  });

  test("tells of what happened before its hour; what comes after waits for the next day's", () => {
    const zurich = { timeZone: "Europe/Zurich", hour: 8 };
    expect(firstDigestOf(at("2026-12-31T06:59:59Z"), zurich)).toBe("2026-12-31");
    expect(firstDigestOf(at("2026-12-31T07:00:00Z"), zurich)).toBe("2027-01-01");
    expect(firstDigestOf(at("2026-02-28T23:30:00Z"), zurich)).toBe("2026-03-01");
    expect(firstDigestOf(at("2026-02-28T15:00:00Z"), { timeZone: "UTC", hour: 0 })).toBe("2026-03-01");
  });

  test("knows a time zone when it sees one", () => {
    expect(["Europe/Zurich", "UTC", "Zurich", "", "Europe/Nowhere"].map((name) => TimeZone.safeParse(name).success)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test("a card is due soon, then overdue, then a lead is told; a step nobody looked at is still said", () => {
  const due = at("2026-05-05T12:00:00Z");
  const times = { remindHours: 24, escalateHours: 4 };
  const stepsAt = (hours: number, lane: Parameters<typeof dueSteps>[1] = times) =>
    dueSteps(due, lane, new Date(due.getTime() + hours * HOUR_MS));
  expect([-25, -24, -1, 0, 3.99, 4, 1_000].map((hours) => stepsAt(hours))).toEqual([
    [],
    ["due-soon"],
    ["due-soon"],
    ["overdue"],
    ["overdue"],
    ["overdue", "escalated"],
    ["overdue", "escalated"],
  ]);
  expect([stepsAt(-1, { remindHours: 0, escalateHours: null }), stepsAt(9_000, { remindHours: 0, escalateHours: null })]).toEqual([
    [],
    ["overdue"],
  ]);
});

const FACTS: NoticeFacts = {
  title: 'Hero <b>"1"</b>',
  by: "Ada",
  note: "Warmer\nlight & <less> blue",
  attempt: 2,
  outcome: "approved",
  dueAt: null,
  subject: { kind: "talk", id: "0198c0de-0000-7000-8000-000000000001" },
};

test("every kind says one sentence and leads somewhere", () => {
  for (const kind of NOTICE_KINDS) {
    expect(noticeSentence(kind, FACTS)).toMatch(/Hero.*[.]$/u);
    expect(noticeSentence(kind, { ...FACTS, by: null, attempt: null, outcome: null })).toMatch(/[.]$/u);
  }
  expect(noticePath(FACTS.subject)).toBe("/review/0198c0de-0000-7000-8000-000000000001#comments");
});

test("a letter has one line as its subject, whole addresses, and nothing that a title could smuggle in", () => {
  const told = {
    sentence: noticeSentence("decided", { ...FACTS, title: "a\r\nBcc: x@y.z <i>" }),
    note: FACTS.note,
    path: "/review/x#comments",
  };
  const letter = letterOf(told, "https://studio.example.com");
  expect(letter.subject).not.toMatch(/[\r\n]/u);
  expect(letter.text).toContain("https://studio.example.com/review/x#comments\n");
  expect(letter.html).toContain('href="https://studio.example.com/review/x#comments"');
  expect(letter.html).not.toMatch(/<i>|<less>/u);
  expect(digestOf([told, told], "https://studio.example.com").subject).toBe("Selects: 2 notices");
});

test("words are told again up to a length, cut between characters", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900, unit: "grapheme" }), (words) => {
      const short = excerpt(words);
      expect(short.length).toBeLessThanOrEqual(MAX_EXCERPT);
      expect(short).not.toMatch(/\n|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u);
    }),
    { numRuns: 25 },
  );
});

test("a person's word replaces what everybody begins with, kind by kind", () => {
  const said = [{ kind: "run", inApp: false, mail: "now" }] as const;
  expect(wishesOf(said)).toHaveLength(NOTICE_KINDS.length);
  expect(wishFor(said, "run")).toEqual(said[0]);
  expect(wishFor(said, "mentioned")).toEqual({ kind: "mentioned", inApp: true, mail: "now" });
});

describe("what settles a notice", () => {
  const step = { from: "in_review", to: "in_review", fromId: null, isDueMoved: false, awaited: new Set<string>() } as const;
  const how = (kind: NoticeKind, said: Partial<CardStep>, memberId = "rina") => settledHow(kind, memberId, { ...step, ...said });

  test("an attempt waits for somebody as long as their word is awaited", () => {
    expect(how("submitted", { awaited: new Set(["rina"]) })).toBeNull();
    expect(how("submitted", {})).toBe("decided");
    expect(how("submitted", { to: "approved" })).toBe("approved");
    expect(how("submitted", { fromId: "rina" })).toBe("handed-on");
  });

  test("an exhausted card waits until a way on is taken; sent back waits until something is submitted", () => {
    expect(how("exhausted", { from: "exhausted", to: "changes_requested" })).toBe("way-on");
    expect(how("changes-requested", { from: "changes_requested", to: "in_review" })).toBe("submitted");
    expect(how("changes-requested", { from: "in_review", to: "changes_requested" })).toBeNull();
    expect(how("exhausted", { from: "exhausted", to: "exhausted", fromId: "rina" })).toBeNull();
  });

  test("a lead who was told of a late card is told until it ends or has another date; news is settled by nothing", () => {
    expect(how("escalated", { to: "changes_requested" })).toBeNull();
    expect(how("escalated", { isDueMoved: true })).toBe("due-moved");
    expect(how("overdue", { to: "changes_requested" })).toBe("changes-requested");
    for (const kind of ["decided", "mentioned", "replied", "run", "publication"] as const) expect(how(kind, { to: "approved" })).toBeNull();
  });

  test("whoever did it reads that it was them", () => {
    const settled = { how: "approved", byId: "rina", by: "Rina" } as const;
    expect([settledSentence(settled, "rina"), settledSentence(settled, "otto")]).toEqual(["You approved it.", "Rina approved it."]);
  });
});
