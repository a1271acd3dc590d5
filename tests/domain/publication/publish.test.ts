import { describe, expect, test } from "vitest";
import { UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import { publishChecklist } from "@/lib/domain/publication/checklist";
import { digitalSourceOf } from "@/lib/domain/publication/digital-source";
import { type PublishedFacts, publish, publishRefusalSentence, whyNotPublish, withdraw } from "@/lib/domain/publication/publish";
import { publishWarnings, type SourcePicture } from "@/lib/domain/publication/sources";
import { publicationState } from "@/lib/domain/publication/view";
import type { Attempt, ReviewCard } from "@/lib/domain/review/card";
import { CARD_STATUSES } from "@/lib/domain/review/status";
import { CardTemplate } from "@/lib/domain/review/template";

const NOW = new Date("2031-05-05T12:00:00Z");
const ATTEMPT: Attempt = {
  id: "a",
  number: 1,
  assetId: "x",
  variantId: null,
  contentHash: "hash",
  status: "approved",
  note: "",
  viaFallback: false,
  submittedById: "o",
  decision: { byId: "r", at: NOW, note: "" },
  staleAt: null,
  recipeEdit: null,
  renewsId: null,
  defects: [],
  ticks: [],
  submittedAt: new Date(0),
  votes: [],
  options: [],
  pickedById: null,
};
const CARD: ReviewCard = {
  status: "approved",
  title: "Hero",
  goal: "goal",
  acceptableDefects: [],
  ownerId: "r",
  createdById: "o",
  retryLimit: 1,
  retriesUsed: 0,
  waivedRetries: 0,
  fallbackPath: { kind: "stop", note: "" },
  fallbackTakenAt: null,
  makerId: null,
  dueAt: null,
  dueByRule: false,
  startedFrom: null,
  stages: [],
  attempts: [ATTEMPT],
};
const PICTURE: SourcePicture = {
  assetId: "x",
  fileName: "face.png",
  sha256: "hash",
  origin: "upload",
  way: "inherited",
  rights: UNKNOWN_RIGHTS,
};
const refusedIn = (way: SourcePicture["way"]): SourcePicture => ({ ...PICTURE, way, rights: { ...UNKNOWN_RIGHTS, consent: "refused" } });
const expiringOn = (expiresOn: string): SourcePicture => ({ ...PICTURE, rights: { ...UNKNOWN_RIGHTS, expiresOn } });
const FACTS: PublishedFacts = {
  laneKind: "production",
  assetHash: "hash",
  quality: "final",
  terms: { isMadeHere: true, asksCommercialUse: true, asksRegion: false, againstLicence: null, againstResidency: null },
  look: { classes: { drawing: 0.2, hentai: 0, neutral: 0.8, porn: 0, sexy: 0 }, isPosterOnly: false },
  unsafeReason: "",
  pictures: [PICTURE],
  publishedBefore: false,
};

describe("publishing", () => {
  test("the approved, unstale attempt of a production card is published", () => {
    expect(publish(CARD, "a", FACTS, NOW)).toEqual({ ...CARD, status: "published" });
  });

  test("a file that no engine of ours made needs no quality", () => {
    expect(publish(CARD, "a", { ...FACTS, quality: null }, NOW)).toMatchObject({ status: "published" });
  });

  test("nothing else is, and each refusal says why", () => {
    const refusals = {
      other_file: publish(CARD, "a", { ...FACTS, assetHash: "another" }, NOW),
      draft_quality: publish(CARD, "a", { ...FACTS, quality: "draft" }, NOW),
      exploration_lane: publish(CARD, "a", { ...FACTS, laneKind: "exploration" }, NOW),
      withdrawn: publish(CARD, "a", { ...FACTS, publishedBefore: true }, NOW),
      not_current_attempt: publish(CARD, "older", FACTS, NOW),
      not_approved: publish({ ...CARD, attempts: [{ ...ATTEMPT, staleAt: NOW }] }, "a", FACTS, NOW),
      licence_refused: publish(CARD, "a", { ...FACTS, terms: { ...FACTS.terms, againstLicence: "Not for sale." } }, NOW),
      residency_refused: publish(CARD, "a", { ...FACTS, terms: { ...FACTS.terms, againstResidency: "Elsewhere." } }, NOW),
      already_published: publish({ ...CARD, status: "published" }, "a", FACTS, NOW),
      consent_refused: publish(CARD, "a", { ...FACTS, pictures: [refusedIn("inherited")] }, NOW),
      rights_expired: publish(CARD, "a", { ...FACTS, pictures: [expiringOn("2031-05-04")] }, NOW),
    };
    for (const [expected, refusal] of Object.entries(refusals)) expect(refusal).toBe(expected);
  });

  test("the checklist says point by point what the act decides, and what nobody looked at", () => {
    const states = (facts: PublishedFacts, card = CARD) =>
      Object.fromEntries(publishChecklist(card, "a", facts, NOW).map(({ key, state }) => [key, state]));
    const good = { approval: "ok", required: "ok", lane: "ok", rights: "warns", licence: "ok", residency: "ok", unsafe: "ok" };
    expect(states(FACTS)).toEqual(good);
    const bad = {
      ...FACTS,
      quality: "draft",
      pictures: [refusedIn("reference")],
      terms: { ...FACTS.terms, againstResidency: "Elsewhere." },
    } as const;
    expect(states(bad, { ...CARD, status: "in_review" })).toEqual({
      ...good,
      approval: "fails",
      lane: "fails",
      rights: "fails",
      residency: "fails",
    });
    const asking = CardTemplate.parse({
      id: "0199f3a0-0000-7000-8000-000000000001",
      name: "Standard",
      requiredChecks: [{ id: "disclosure", label: "The disclosure is decided", before: "publish" }],
    });
    expect(states(FACTS, { ...CARD, startedFrom: asking })).toEqual({ ...good, required: "fails" });
    expect(publish({ ...CARD, startedFrom: asking }, "a", FACTS, NOW)).toBe("checks_open");
    expect(publishChecklist(CARD, "a", bad, NOW).find(({ key }) => key === "residency")?.sentence).toBe("Elsewhere.");
    expect(states({ ...FACTS, terms: { ...FACTS.terms, isMadeHere: false, asksRegion: true } })).toMatchObject({
      licence: "not-checked",
      residency: "not-checked",
    });
  });

  test("what a program has not looked at waits, what it flagged needs a reason, and where none could look people did", () => {
    const flagged = { ...FACTS, look: { classes: { drawing: 0, hentai: 0.4, neutral: 0.1, porn: 0.5, sexy: 0 }, isPosterOnly: false } };
    const unsafe = (facts: PublishedFacts) => publishChecklist(CARD, "a", facts, NOW).find(({ key }) => key === "unsafe");
    const unseen = { ...FACTS, look: null };
    expect([publish(CARD, "a", unseen, NOW), unsafe(unseen)?.state]).toEqual(["not_looked_at", "checking"]);
    expect([publish(CARD, "a", flagged, NOW), unsafe(flagged)?.state]).toEqual(["unsafe_content", "fails"]);
    const reasoned = { ...flagged, unsafeReason: "A statue." };
    expect(publish(CARD, "a", reasoned, NOW)).toMatchObject({ status: "published" });
    expect(unsafe(reasoned)).toMatchObject({ state: "warns", sentence: expect.stringContaining("“A statue.”") });
    for (const look of [
      { classes: null, isPosterOnly: false },
      { classes: FACTS.look?.classes ?? null, isPosterOnly: true },
    ]) {
      expect(publish(CARD, "a", { ...FACTS, look }, NOW)).toMatchObject({ status: "published" });
      expect(unsafe({ ...FACTS, look })?.state).toBe("not-checked");
    }
    // The dialog opens all the same: it waits there, and asks for the reason.
    expect([unseen, flagged].map((facts) => whyNotPublish(CARD, "a", facts, "lead", NOW))).toEqual([null, null]);
  });

  test("rights hold through their last day", () => {
    expect(publish(CARD, "a", { ...FACTS, pictures: [expiringOn("2031-05-05")] }, NOW)).toMatchObject({ status: "published" });
  });

  test("a picture that went in decides, however far back, and is named; one that was dropped on the way does not", () => {
    const facts = { ...FACTS, pictures: [refusedIn("inherited")] };
    expect(publishRefusalSentence("consent_refused", facts, NOW)).toBe(
      "Somebody shown in a picture that went into this one has not agreed: “face.png”.",
    );
    expect(publish(CARD, "a", { ...FACTS, pictures: [refusedIn("earlier")] }, NOW)).toMatchObject({ status: "published" });
  });

  test("unknown rights are said before publishing; what the studio made itself needs nothing said", () => {
    const kinds = (picture: SourcePicture) => publishWarnings([picture], NOW).map(({ kind }) => kind);
    expect(kinds(PICTURE)).toEqual(["consent_unknown", "licence_unknown"]);
    expect(kinds({ ...PICTURE, rights: { ...UNKNOWN_RIGHTS, consent: "given", licence: "CC0" } })).toEqual([]);
    expect(kinds({ ...PICTURE, origin: "output" })).toEqual([]);
    expect(kinds(refusedIn("earlier"))).toEqual(["consent_refused_earlier"]);
    expect(kinds({ ...expiringOn("2031-05-04"), way: "earlier" })).toEqual(["rights_expired_earlier"]);
    expect(kinds({ ...PICTURE, way: "earlier" })).toEqual([]);
  });

  test("from every other status it is refused", () => {
    for (const status of CARD_STATUSES.filter((other) => other !== "approved"))
      expect(publish({ ...CARD, status }, "a", FACTS, NOW)).toBe(status === "published" ? "already_published" : "not_approved");
  });

  test("withdrawing gives a published card back as approved and leaves any other alone", () => {
    expect(withdraw({ ...CARD, status: "published" }).status).toBe("approved");
    expect(withdraw(CARD)).toBe(CARD);
  });

  test("a publication is being written until its file is there or cannot be made, and withdrawn before anything else", () => {
    const nothing = { assetId: null, failedAt: null, withdrawnAt: null };
    expect(publicationState(nothing)).toBe("writing");
    expect(publicationState({ ...nothing, assetId: "x" })).toBe("ready");
    expect(publicationState({ ...nothing, failedAt: NOW })).toBe("failed");
    expect(publicationState({ ...nothing, failedAt: NOW, withdrawnAt: NOW })).toBe("withdrawn");
  });
});

describe("the digital source type", () => {
  test("a procedural engine stays procedural whatever it was given", () => {
    expect(digitalSourceOf("algorithmicMedia", ["image", "style"])).toBe("algorithmicMedia");
  });

  test("a trained engine that works on somebody's picture makes a composite; one that is only guided does not", () => {
    expect(digitalSourceOf("trainedAlgorithmicMedia", ["mask"])).toBe("compositeWithTrainedAlgorithmicMedia");
    expect(digitalSourceOf("trainedAlgorithmicMedia", ["style", "mood"])).toBe("trainedAlgorithmicMedia");
  });
});
