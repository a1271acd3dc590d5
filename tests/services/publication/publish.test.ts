import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { type AssetRights, UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { editPrompt } from "@/lib/services/prompt/edit-prompt";
import { getPublication } from "@/lib/services/publication/get-publication";
import { listPublications } from "@/lib/services/publication/list-publications";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { publish } from "@/lib/services/publication/publish";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import { approve } from "@/lib/services/review/approve";
import { getCard } from "@/lib/services/review/get-card";
import { recordDefect } from "@/lib/services/review/record-defect";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { lookedAt } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio } from "../../support/factory";
import { recipe } from "../../support/recipes";
import { aCard, sendBack, submitNew } from "../review/cards";
import { race } from "../review/race";
import { anApproved, aPublication, LABEL } from "./publications";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

/** A picture of somebody → a picture made from it → a picture made from that one alone. */
async function aBranchOfABranch() {
  const { operator } = studio.people;
  const face = await anAsset(studio);
  const root = await studio.prompt({ references: [{ assetId: face.id, role: "character", weight: 1 }] });
  const first = await aVariant(studio, { promptId: root });
  const use = (variant: { assetId: string }) => [{ assetId: variant.assetId, role: "image", weight: 1 }] as const;
  const child = await branchPrompt(operator, { promptId: root, change: { references: [...use(first)] } });
  const middle = await aVariant(studio, { promptId: child.id });
  const unrelated = await studio.prompt({ references: [...use(middle)] });
  return { face, first, middle, last: await aVariant(studio, { promptId: unrelated }) };
}

async function setRights(id: string, rights: Partial<AssetRights>) {
  await db().asset.update({ where: { id }, data: { rights: { ...UNKNOWN_RIGHTS, ...rights } } });
}

describe("publishing", () => {
  test("the record is complete in itself: recipe, lineage, references, decisions, waivers, cost", async () => {
    const { lead, operator, reviewer } = studio.people;
    const reference = await anAsset(studio);
    const root = await studio.prompt({ text: "a harbour" });
    await aVariant(studio, { promptId: root, chargeMicros: 1_000n });
    const use = { assetId: reference.id, role: "style", weight: 0.5 } as const;
    const child = await branchPrompt(operator, { promptId: root, change: { text: "a harbour at dawn", references: [use] } });
    const variant = await aVariant(studio, { promptId: child.id, chargeMicros: 4_000n });
    const cardId = await aCard(studio);
    await sendBack(studio, cardId, 1);
    const { attemptId } = await submitAttempt(operator, { cardId, variantId: variant.id, seenAttempt: 1 });
    const defect = { kind: "logo", severity: "critical", note: "a stray letter", x: 0, y: 1 } as const;
    const { defectId } = await recordDefect(reviewer, { cardId, attemptId, defect });
    await waiveDefect(lead, { cardId, defectId, reason: "Retouched in print." });
    await approve(reviewer, { cardId, attemptId, note: "Lovely." });
    const { publicationId } = await publish(lead, { cardId, attemptId, disclosure: LABEL });

    const publication = await getPublication(operator, { publicationId });
    expect(publication).toMatchObject({
      state: "writing",
      assetId: null,
      sourceHash: variant.contentHash,
      publishedBy: { name: "The lead" },
    });
    expect(publication.record).toMatchObject({
      schemaVersion: 1,
      disclosure: { kind: "ai-generated-label", decidedBy: { id: lead.memberId } },
      source: { assetId: variant.assetId, sha256: variant.contentHash },
      digitalSourceType: "algorithmicMedia",
      making: {
        recipe: recipe({ text: "a harbour at dawn", references: [use] }),
        references: [{ assetId: reference.id, sha256: reference.sha256, role: "style", rights: { consent: "unknown" } }],
        lineage: [{ promptId: root, text: "a harbour" }, { promptId: child.id }],
      },
      card: { owner: { name: "The reviewer" }, retryLimit: 2, retriesUsed: 1, waivedRetries: 0 },
      attempts: [
        { number: 1, status: "changes_requested", decision: { note: "Warmer light, please." } },
        {
          number: 2,
          status: "approved",
          decision: { note: "Lovely." },
          defects: [{ kind: "logo", waiver: { reason: "Retouched in print." } }],
        },
      ],
      // The sent-back attempt's run, both runs of the lineage: each once.
      cost: { currency: "USD", totalMicros: "7000", runs: 3 },
    });
    expect(await getCard(lead, { cardId })).toMatchObject({ status: "published", publicationId });
    expect(await db().$queryRaw`SELECT name FROM pgboss.job WHERE data->>'publicationId' = ${publicationId}`).toEqual([
      { name: "publication.write" },
    ]);
  });

  test("an upload is published without a claim about its making", async () => {
    const { record } = await aPublication(studio, { assetId: (await anAsset(studio)).id });
    expect(record).toMatchObject({ digitalSourceType: null, making: null });
  });

  test("many publish at once: one publication, one job", async () => {
    const { lead, admin } = studio.people;
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id });
    const { won, codes } = await race(
      Array.from({ length: 20 }, (_, turn) => () => publish(turn % 2 ? lead : admin, { ...approved, disclosure: LABEL })),
    );
    // One person's own presses are all answered with the one publication; everybody else's are refused.
    expect(won).toHaveLength(10);
    expect(new Set(won.map(({ publicationId }) => publicationId)).size).toBe(1);
    expect(codes).toEqual(Array.from({ length: 10 }, () => "CONFLICT"));
    expect(await db().auditEvent.count({ where: { verb: "publication.publish", subjectId: approved.cardId } })).toBe(1);
    expect(await db().publication.count({ where: { cardId: approved.cardId } })).toBe(1);
    const jobs = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'publication.write' AND data->>'workspaceId' = ${studio.workspaceId}`;
    expect(jobs).toHaveLength(1);
  });

  test("publishing races a new attempt: what is published is what was approved, or nothing is", async () => {
    const { lead, operator } = studio.people;
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id });
    const next = await aVariant(studio);
    const { won, codes } = await race<unknown>([
      () => publish(lead, { ...approved, disclosure: LABEL }),
      () => submitAttempt(operator, { cardId: approved.cardId, variantId: next.id, seenAttempt: 1 }),
    ]);
    expect(won).toHaveLength(1);
    expect(codes).toEqual(["CONFLICT"]);
    const { status, attempts } = await getCard(lead, { cardId: approved.cardId });
    expect([status, attempts.length, attempts[0]?.stale]).toEqual(
      status === "published" ? ["published", 1, false] : ["in_review", 2, true],
    );
  });

  test("only an approved attempt, the newest one, by a lead", async () => {
    const { lead, operator } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await expect(publish(lead, { cardId, attemptId, disclosure: LABEL })).rejects.toMatchObject({ code: "CONFLICT" });
    await approve(studio.people.reviewer, { cardId, attemptId });
    await expect(publish(operator, { cardId, attemptId, disclosure: LABEL })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await submitNew(studio, cardId);
    await expect(publish(lead, { cardId, attemptId, disclosure: LABEL })).rejects.toThrow(/stale/);
  });

  test("the card says whether it can be published, and why not", async () => {
    const { lead, reviewer } = studio.people;
    const publishing = async (actor: typeof lead, cardId: string) => (await getCard(actor, { cardId })).publishing;
    const draft = await aCard(studio);
    expect(await publishing(lead, draft)).toMatchObject({
      allowed: false,
      reason: "Only an approved attempt is published.",
      warnings: [],
    });
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id });
    expect(await publishing(lead, approved.cardId)).toMatchObject({ allowed: true, reason: null, warnings: [] });
    expect(await publishing(reviewer, approved.cardId)).toMatchObject({
      allowed: false,
      reason: "Only a lead or an admin can publish or withdraw.",
    });
    await publish(lead, { ...approved, disclosure: LABEL });
    expect(await publishing(lead, approved.cardId)).toMatchObject({ allowed: false, reason: "This attempt is published already." });
  });

  test("viewers are told in the picture or somewhere that is named: words nobody can read are none", async () => {
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id });
    for (const toldWhere of ["", "  ", "…", "\u200b\u2060"])
      for (const kind of ["ai-generated-label", "deep-fake-notice"] as const)
        await expect(publish(studio.people.lead, { ...approved, disclosure: { kind, reason: "Shown.", toldWhere } })).rejects.toMatchObject(
          {
            code: "REFUSED",
            message: expect.stringMatching(/choose a corner/),
          },
        );
    const named = { kind: "deep-fake-notice", reason: "Shown.", toldWhere: "On the page around it." } as const;
    const { publicationId } = await publish(studio.people.lead, { ...approved, disclosure: named });
    expect((await getPublication(studio.people.lead, { publicationId })).record.disclosure).toMatchObject(named);
  });

  test("a disclosure decision always has a reason", async () => {
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id });
    const disclosure = { kind: "none", reason: " " } as const;
    await expect(publish(studio.people.lead, { ...approved, disclosure })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("nothing leaves the exploration lane", async () => {
    const cardId = await aCard(studio);
    await db().reviewCard.update({ where: { id: cardId }, data: { laneId: studio.lanes.exploration } });
    const approved = await anApproved(studio, { variantId: (await aVariant(studio)).id }, cardId);
    await expect(publish(studio.people.lead, { ...approved, disclosure: LABEL })).rejects.toThrow(/exploration lane/);
  });

  test("rights that have expired, or consent that was refused, keep a picture in", async () => {
    const { lead } = studio.people;
    const asset = await anAsset(studio);
    const approved = await anApproved(studio, { assetId: asset.id });
    const rights = { source: "", licence: "", consent: "given", expiresOn: "2020-01-01" };
    await db().asset.update({ where: { id: asset.id }, data: { rights } });
    await expect(publish(lead, { ...approved, disclosure: LABEL })).rejects.toThrow(/expired/);
    await db().asset.update({ where: { id: asset.id }, data: { rights: { ...rights, expiresOn: null, consent: "refused" } } });
    await expect(publish(lead, { ...approved, disclosure: LABEL })).rejects.toThrow(/not agreed/);
  });

  test("a branch of a branch made from a picture without consent stays in, and the sentence names the picture", async () => {
    const { face, last } = await aBranchOfABranch();
    await setRights(face.id, { consent: "refused" });
    const approved = await anApproved(studio, { variantId: last.id });
    const sentence = "Somebody shown in a picture that went into this one has not agreed: “picture.png”.";
    await expect(publish(studio.people.lead, { ...approved, disclosure: LABEL })).rejects.toMatchObject({ message: sentence });
    expect((await getCard(studio.people.lead, { cardId: approved.cardId })).publishing).toMatchObject({ allowed: false, reason: sentence });
  });

  test("a picture that was taken out and uploaded again keeps what went into it", async () => {
    const { face, last } = await aBranchOfABranch();
    await setRights(face.id, { expiresOn: "2020-01-01" });
    const again = await anAsset(studio, "upload", last.contentHash);
    const approved = await anApproved(studio, { assetId: again.id });
    await expect(publish(studio.people.lead, { ...approved, disclosure: LABEL })).rejects.toThrow(/expired/);
  });

  test("unknown rights are said before publishing, and the record lists every picture behind the file", async () => {
    const { lead } = studio.people;
    const { face, first, middle, last } = await aBranchOfABranch();
    const approved = await anApproved(studio, { variantId: last.id });
    const warnings = [
      { kind: "consent_unknown", assetId: face.id, sentence: "Nobody has said whether the people shown in “picture.png” agree." },
      { kind: "licence_unknown", assetId: face.id, sentence: "Nobody has said under which licence “picture.png” may be used." },
    ];
    expect((await getCard(lead, { cardId: approved.cardId })).publishing).toMatchObject({ allowed: true, reason: null, warnings });
    const { publicationId } = await publish(lead, { ...approved, disclosure: LABEL });
    const { record } = await getPublication(lead, { publicationId });
    expect(record.warnings).toEqual(warnings);
    expect(new Map(record.sources.map(({ assetId, way }) => [assetId, way]))).toEqual(
      new Map([
        [last.assetId, "itself"],
        [middle.assetId, "reference"],
        [first.assetId, "inherited"],
        [face.id, "inherited"],
      ]),
    );
  });

  test("a reference that was dropped on the way is told, and keeps nothing in", async () => {
    const { operator, lead } = studio.people;
    const face = await anAsset(studio);
    await setRights(face.id, { consent: "refused" });
    const root = await studio.prompt({ references: [{ assetId: face.id, role: "style", weight: 0.5 }] });
    const child = await branchPrompt(operator, { promptId: root, change: { references: [] } });
    const approved = await anApproved(studio, { variantId: (await aVariant(studio, { promptId: child.id })).id });
    const { publishing } = await getCard(lead, { cardId: approved.cardId });
    expect(publishing).toMatchObject({ allowed: true, warnings: [{ kind: "consent_refused_earlier", assetId: face.id }] });
  });

  test("the database itself publishes nothing that is not approved, and keeps the record as it is", async () => {
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const { memberId } = studio.people.lead;
    await expect(
      db().$executeRaw`
        INSERT INTO "Publication" ("id", "workspaceId", "cardId", "attemptId", "sourceHash", "disclosure", "record", "publishedById")
        SELECT gen_random_uuid(), ${studio.workspaceId}::uuid, ${cardId}::uuid, "id", "contentHash", '{}', '{}', ${memberId}::uuid
        FROM "Attempt" WHERE "id" = ${attemptId}::uuid`,
    ).rejects.toThrow(/only an approved attempt/);
    const { id } = await aPublication(studio, { variantId: (await aVariant(studio)).id });
    await expect(db().$executeRaw`UPDATE "Publication" SET "record" = '{}' WHERE "id" = ${id}::uuid`).rejects.toThrow(/evidence/);
  });
});

describe("staleness", () => {
  test("a file that was replaced is stale, is not published, and is asked for again as it is now; what is out still points at what was approved", async () => {
    const { lead, operator, reviewer } = studio.people;
    const out = await aVariant(studio);
    const { cardId, sourceHash, id: publicationId } = await aPublication(studio, { variantId: out.id });
    const variant = await aVariant(studio);
    const { cardId: second, attemptId } = await anApproved(studio, { variantId: variant.id });
    const replaced = "f".repeat(64);
    await db().asset.updateMany({ where: { id: { in: [out.assetId, variant.assetId] } }, data: { sha256: replaced } });
    const stale = async (id: string) => (await getCard(reviewer, { cardId: id })).attempts.map(({ staleBecause }) => staleBecause);
    expect(await stale(second)).toEqual(["other-file"]);
    await expect(publish(lead, { cardId: second, attemptId, disclosure: LABEL })).rejects.toMatchObject({ code: "REFUSED" });
    const again = await submitAttempt(operator, { cardId: second, assetId: variant.assetId, seenAttempt: 1 });
    expect(await stale(second)).toEqual(["newer-attempt", null]);
    await approve(reviewer, { cardId: second, attemptId: again.attemptId });
    expect(
      (
        await getPublication(lead, {
          publicationId: (await publish(lead, { cardId: second, attemptId: again.attemptId, disclosure: LABEL })).publicationId,
        })
      ).sourceHash,
    ).toBe(replaced);
    expect(await getPublication(lead, { publicationId })).toMatchObject({ sourceHash, cardId });
    expect(sourceHash).toBe(out.contentHash);
  });

  test("the recipe of an approved attempt cannot be edited: an edit is a branch, and the approval stays with its bytes", async () => {
    const { operator, reviewer } = studio.people;
    const variant = await aVariant(studio);
    await db().prompt.update({ where: { id: variant.promptId }, data: { frozenAt: new Date() } });
    const { cardId } = await anApproved(studio, { variantId: variant.id });
    const { version } = await db().prompt.findUniqueOrThrow({ where: { id: variant.promptId } });
    const edit = editPrompt(operator, { promptId: variant.promptId, recipe: recipe({ text: "something else" }), version });
    await expect(edit).rejects.toMatchObject({ code: "CONFLICT" });
    await branchPrompt(operator, { promptId: variant.promptId, change: { text: "something else" } });
    expect(await getCard(reviewer, { cardId })).toMatchObject({
      status: "approved",
      attempts: [{ contentHash: variant.contentHash, stale: false }],
    });
  });
});

describe("afterwards", () => {
  test("withdrawing keeps the record and gives the card back; only a new attempt can be published", async () => {
    const { lead, operator } = studio.people;
    const publication = await aPublication(studio, { variantId: (await aVariant(studio)).id });
    const { id: publicationId, cardId } = publication;
    await expect(withdrawPublication(operator, { publicationId, reason: "no" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const withdrawals = [lead, lead, studio.people.admin].map(
      (person) => () => withdrawPublication(person, { publicationId, reason: "The licence was wrong." }),
    );
    const { won, codes } = await race(withdrawals);
    expect(won.length + codes.length).toBe(3);
    expect(won.length).toBeGreaterThan(0);
    expect(await db().auditEvent.count({ where: { verb: "publication.withdraw", subjectId: publicationId } })).toBe(1);
    expect(await getPublication(lead, { publicationId })).toMatchObject({ state: "withdrawn", record: publication.record });
    const { status, attempts } = await getCard(lead, { cardId });
    expect(status).toBe("approved");
    await expect(publish(lead, { cardId, attemptId: attempts[0]?.id ?? "", disclosure: LABEL })).rejects.toThrow(/withdrawn/);
    const again = await anApproved(studio, { variantId: (await aVariant(studio)).id }, cardId);
    await publish(lead, { ...again, disclosure: LABEL });
    expect((await listPublications(lead, {})).items.map(({ state }) => state)).toEqual(["writing", "withdrawn"]);
  });

  test("a package is handed out when its file is there, and to nobody else", async () => {
    const { id: publicationId } = await aPublication(studio, { variantId: (await aVariant(studio)).id });
    const other = await aStudio();
    await expect(publicationPackage(studio.people.lead, { publicationId })).rejects.toThrow(/still being written/);
    await expect(publicationPackage(other.people.admin, { publicationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPublication(other.people.admin, { publicationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listPublications(other.people.admin, {})).items).toEqual([]);
  });
});

describe("a picture that is about to be published", () => {
  test("waits until it was looked at for unsafe content; flagged it goes out with a reason alone, which the record keeps", async () => {
    const { lead } = studio.people;
    const variant = await aVariant(studio);
    const { cardId, attemptId } = await anApproved(studio, { variantId: variant.id });
    const asked = { cardId, attemptId, disclosure: LABEL };
    const check = async () => (await getCard(lead, { cardId })).publishing.checks.find(({ key }) => key === "unsafe")?.state;
    await db().contentLook.delete({ where: { assetId: variant.assetId } });
    expect(await check()).toBe("checking");
    await expect(publish(lead, asked)).rejects.toMatchObject({ code: "CONFLICT", details: { refusal: "not_looked_at" } });
    await lookedAt(variant.assetId, 0.9);
    expect(await check()).toBe("fails");
    await expect(publish(lead, { ...asked, unsafeReason: " " })).rejects.toMatchObject({ details: { refusal: "unsafe_content" } });
    const { publicationId } = await publish(lead, { ...asked, unsafeReason: "A statue in a museum." });
    const { record } = await getPublication(lead, { publicationId });
    expect(record.checks.find(({ key }) => key === "unsafe")).toMatchObject({
      state: "warns",
      sentence: expect.stringContaining("A statue in a museum."),
    });
  });
});
