import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as exportZip } from "@/app/libraries/[libraryId]/archive/route";
import { POST as importFile } from "@/app/libraries/import/route";
import { db } from "@/lib/db/client";
import { type ImportReport, type LibraryArchive, MANIFEST_NAME, pictureName } from "@/lib/domain/pattern/library-archive";
import type { PatternView } from "@/lib/domain/pattern/view";
import { env } from "@/lib/env";
import { closeQueue } from "@/lib/jobs/queue";
import { archiveLibrary } from "@/lib/services/library/archive-library";
import { createLibrary } from "@/lib/services/library/create-library";
import { exportLibrary } from "@/lib/services/library/export-library";
import { listLibraries } from "@/lib/services/library/list-libraries";
import { restoreLibrary } from "@/lib/services/library/restore-library";
import { deprecatePattern } from "@/lib/services/pattern/deprecate-pattern";
import { forkPattern } from "@/lib/services/pattern/fork-pattern";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { promote } from "@/lib/services/pattern/promote";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { zipOf } from "@/lib/storage/zip/write-zip";
import { addAsset } from "@/tests/support/assets";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, aVariant, type ReviewStudio } from "@/tests/support/factory";
import { label, versionDraft } from "@/tests/support/patterns";
import { png } from "@/tests/support/pictures";
import { type Person, person } from "./people";

const RIGHTS = { source: "Own shoot", licence: "In house", consent: "given" as const, expiresOn: "2030-01-01" };

let studio: ReviewStudio;
let lead: Person;
let stranger: ReviewStudio;
let elsewhere: Person;
let libraryId: string;
let bottle: PatternView;
let bytes: Uint8Array;
let zip: Uint8Array;

beforeAll(async () => {
  await freshDatabase();
  [studio, stranger] = [await aStudio(), await aStudio()];
  lead = await person("lead", studio.workspaceId);
  elsewhere = await person("lead", stranger.workspaceId);
  libraryId = (await createLibrary(studio.people.lead, { name: "House “styles”", description: "What holds." })).id;
  bytes = await png(48, 32);
  const asset = await addAsset(studio.people.operator, { bytes, fileName: "hull.png" });
  await db().asset.update({ where: { id: asset.id }, data: { rights: RIGHTS } });
  const variant = await aVariant(studio, { asset });
  await chooseVariants(studio.people.operator, { choices: [{ variantId: variant.id, flag: "pick" }] });
  const first = versionDraft("{subject}, gouache");
  const references = [{ assetId: asset.id, role: "style" as const, weight: 0.6 }];
  const paper = { name: "paper", type: { kind: "choice" as const, options: ["laid", "wove"] }, default: "laid", examples: [] };
  const variables = [...first.template.variables, paper];
  const version = { ...first, references, template: { ...first.template, text: "{subject} on {paper}, gouache", variables } };
  bottle = await promote(studio.people.operator, { libraryId, variantId: variant.id, name: "Bottle", purpose: "Heroes.", version });
  const second = { ...version, note: "Warmer.", template: { ...version.template, negative: "cold" } };
  bottle = await saveVersion(studio.people.operator, { patternId: bottle.id, basedOn: 1, version: second });
  await label(bottle, "production", 1);
  zip = await exported();
});
afterAll(closeQueue);

async function exported(): Promise<Uint8Array> {
  const request = new Request(new URL(`/libraries/${libraryId}/archive`, env().origin), { headers: lead.browser });
  const response = await exportZip(request, { params: Promise.resolve({ libraryId }) });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  return new Uint8Array(await response.arrayBuffer());
}

async function send(file: Uint8Array | string, { by = elsewhere, dry = false, name = "" } = {}) {
  const address = new URL(`/libraries/import?fileName=${encodeURIComponent(name)}${dry ? "&dryRun=1" : ""}`, env().origin);
  const body = typeof file === "string" ? file : Buffer.from(file);
  const response = await importFile(new Request(address, { method: "POST", headers: by.browser, body }));
  return { status: response.status, answer: (await response.json()) as unknown };
}

async function imported(file: Uint8Array | string, options: Parameters<typeof send>[1] = {}): Promise<ImportReport> {
  const { status, answer } = await send(file, options);
  expect([status, answer]).toEqual([200, answer]);
  return answer as ImportReport;
}

async function refusal(file: Uint8Array | string): Promise<string> {
  const { status, answer } = await send(file);
  return `${status} ${(answer as { message: string }).message}`;
}

async function zipped(files: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> {
  const list = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content), isCompressed: true }));
  return new Uint8Array(await new Response(zipOf(list)).arrayBuffer());
}

/** The archive as it was exported, with something else in it. */
async function changed(change: (archive: LibraryArchive) => object, pictures: Readonly<Record<string, Uint8Array>> = {}) {
  const { archive } = await manifest();
  return zipped({ [MANIFEST_NAME]: JSON.stringify({ ...archive, ...change(archive) }), ...pictures });
}

async function manifest(): Promise<{ archive: LibraryArchive; hash: string }> {
  const { archive } = await exportLibrary(studio.people.lead, { libraryId });
  return { archive, hash: createHash("sha256").update(bytes).digest("hex") };
}

describe("a library that is exported and imported elsewhere", () => {
  test("is the same there: versions, references with rights, cover – after a dry run that promises just that and makes nothing", async () => {
    const promised = await imported(zip, { dry: true });
    expect(await listLibraries(stranger.people.lead, {})).toEqual([]);
    // Whoever unpacks it finds pictures that open.
    expect(Buffer.from(zip).includes(`pictures/${(await manifest()).hash}.png`)).toBe(true);
    const made = await imported(zip);
    expect(made).toEqual({ ...promised, libraryId: made.libraryId });
    expect(made).toMatchObject({
      name: "House “styles”",
      pictures: 1,
      patterns: [{ name: "Bottle", slug: "bottle", versions: 2, labels: { candidate: 2, production: 1 } }],
      problems: [{ kind: "changed", about: "Bottle", sentence: expect.stringContaining("was in production there") }],
    });
    const there = await getPattern(stranger.people.lead, { slug: "bottle" });
    expect(there).toMatchObject({ purpose: "Heroes.", libraryName: "House “styles”", labels: { candidate: 2 } });
    const [picture] = await db().asset.findMany({ where: { workspaceId: stranger.workspaceId } });
    expect(picture).toMatchObject({ fileName: "hull.png", rights: RIGHTS, origin: "import", sha256: (await manifest()).hash });
    expect(there.cover?.assetId).toBe(picture?.id);
    for (const [index, version] of there.versions.entries()) {
      const original = bottle.versions[index];
      expect([version.number, version.note, version.template]).toEqual([original?.number, original?.note, original?.template]);
      expect(version.references).toMatchObject([{ assetId: picture?.id, role: "style", weight: 0.6 }]);
    }
  });

  test("beside itself has addresses of its own; archived it is gone with its patterns, and restored it is back", async () => {
    const { libraryId: made, name, patterns, problems } = await imported(zip, { by: lead });
    expect([name, ...patterns.map(({ slug }) => slug)]).toEqual(["House “styles” (2)", "bottle-2"]);
    expect(problems).toContainEqual({
      kind: "changed",
      about: "House “styles”",
      sentence: "There is a shelf of this name; this one becomes “House “styles” (2)”.",
    });
    const shelves = async () => (await listLibraries(studio.people.lead, {})).map(({ id }) => id);
    await archiveLibrary(studio.people.lead, { libraryId: made ?? "" });
    expect(await shelves()).toEqual([libraryId]);
    expect(await db().pattern.count({ where: { libraryId: made ?? "", archivedAt: null } })).toBe(0);
    await restoreLibrary(studio.people.lead, { libraryId: made ?? "" });
    expect(await shelves()).toContain(made);
    expect(await db().pattern.count({ where: { libraryId: made ?? "", archivedAt: null } })).toBe(1);
  });

  test("keeps what was deprecated so, with what to use instead, and what was forked from what; a tie that leads out of it is told of", async () => {
    const { libraryId: made } = await imported(zip, { by: lead });
    const home = { libraryId: made ?? "" };
    const [original] = await db().pattern.findMany({ where: home, include: { versions: { orderBy: { number: "asc" } } } });
    const versionId = original?.versions[0]?.id ?? "";
    const fork = await forkPattern(studio.people.lead, { ...home, versionId, name: "Bottle at night" });
    await deprecatePattern(studio.people.lead, { patternId: original?.id ?? "", reason: "Too cold.", successorId: fork.id });
    const { archive } = await exportLibrary(studio.people.lead, home);
    const { hash } = await manifest();
    const file = (patterns: LibraryArchive["patterns"]) =>
      zipped({ [MANIFEST_NAME]: JSON.stringify({ ...archive, patterns }), [pictureName(hash)]: bytes });
    const there = await imported(await file(archive.patterns));
    expect(there.problems.filter(({ sentence }) => /deprecated|began/.test(sentence))).toEqual([]);
    const byName = async (name: string) =>
      getPattern(stranger.people.lead, { slug: there.patterns.find((pattern) => pattern.name === name)?.slug ?? "" });
    const [night, bottle] = [await byName("Bottle at night"), await byName("Bottle")];
    expect(bottle.deprecated).toMatchObject({ reason: "Too cold.", successor: { slug: night.slug } });
    expect(night.forkedFrom).toMatchObject({ slug: bottle.slug, number: 1 });
    const sentences = async (name: string) =>
      (await imported(await file(archive.patterns.filter((pattern) => pattern.name === name)), { dry: true })).problems.map(
        ({ sentence }) => sentence,
      );
    expect(await sentences("Bottle")).toContainEqual(expect.stringMatching(/in favour of “Bottle at night”, which is not imported/));
    expect(await sentences("Bottle at night")).toContainEqual(
      expect.stringMatching(/began as version 1 of “Bottle”, which is not imported/),
    );
    await archiveLibrary(studio.people.lead, home);
  });

  test("leaves out what cannot be made here, and says why: an unknown model, a picture that is missing or another", async () => {
    const { hash } = await manifest();
    const unknownModel = (archive: LibraryArchive) => ({
      patterns: archive.patterns.map((pattern) => ({
        ...pattern,
        versions: pattern.versions.map((version) => ({
          ...version,
          template: { ...version.template, model: { engineId: "atlantis", modelId: "deep", revision: "1" } },
        })),
      })),
    });
    const picture = { [pictureName(hash)]: bytes };
    const said = async (file: Uint8Array) => {
      const { patterns, problems } = await imported(file, { dry: true });
      return [patterns.length, ...problems.map(({ kind, sentence }) => `${kind} ${sentence}`)];
    };
    expect(await said(await changed(unknownModel, picture))).toEqual([
      0,
      "refused Version 2 runs on atlantis deep, which this studio does not know.",
    ]);
    const missing = "refused The picture hull.png is missing or damaged.";
    expect(await said(await changed(() => ({})))).toEqual([0, missing]);
    expect(await said(await changed(() => ({}), { [pictureName(hash)]: await png(20, 20) }))).toEqual([0, missing]);
    const filmed = ({ pictures }: LibraryArchive) => ({
      pictures: pictures.map((one) => ({ ...one, fileName: "waves.mp4", mimeType: "video/mp4" })),
    });
    expect(await said(await changed(filmed))).toEqual([
      0,
      "refused It uses the video waves.mp4, and videos are not imported with a library. Put the video into Assets here and build the pattern on it.",
    ]);
  });

  test("takes somebody who curates", async () => {
    const operator = await person("operator", studio.workspaceId);
    expect((await send(zip, { by: operator })).status).toBe(403);
  });
});

describe("a zip that was made to do harm is refused, and nothing is made", () => {
  const evil = (archive: Uint8Array, from: string, to: string) =>
    Buffer.from(Buffer.from(archive).toString("latin1").replaceAll(from, to), "latin1");

  test("a name that leads out, one twice, one that is no part, a bomb, a lie about size, a damaged zip, a foreign one", async () => {
    const before = await db().styleLibrary.count();
    const { hash } = await manifest();
    const other = hash.startsWith("0") ? `1${hash.slice(1)}` : `0${hash.slice(1)}`;
    const two = await changed(() => ({}), { [pictureName(hash)]: bytes, [pictureName(other)]: bytes });
    expect(await refusal(evil(two, `pictures/${other}`, `../tures/${other}`))).toMatch(/^400 This zip cannot be read/);
    expect(await refusal(evil(two, other, hash))).toMatch(/^400 The zip holds “pictures.*” twice\.$/);
    expect(await refusal(await changed(() => ({}), { "run.sh": bytes }))).toBe(
      "400 The zip holds “run.sh”, which is no part of a library.",
    );
    const bomb = await changed(() => ({}), { [pictureName(hash)]: new Uint8Array(33 * 1024 * 1024) });
    expect(await refusal(bomb)).toMatch(/^413 The zip unpacks to more/);
    const liar = Buffer.from(bomb);
    // Where the directory at the end says how large the picture unpacks to: 33 MB become 1,000 bytes.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(33 * 1024 * 1024);
    liar.writeUInt32LE(1_000, liar.lastIndexOf(size));
    expect(await refusal(liar)).toMatch(/^400 This zip cannot be read/);
    expect(await refusal(zip.slice(0, zip.byteLength - 30))).toMatch(/^400 This zip cannot be read/);
    expect(await refusal(await zipped({ [MANIFEST_NAME]: '{"format":"other"}' }))).toBe("400 This zip holds no style library.");
    expect(await refusal(await changed(() => ({ schemaVersion: 3 })))).toMatch(/newer studio/);
    const many = ({ patterns: [pattern] }: LibraryArchive) => ({ patterns: Array.from({ length: 501 }, () => pattern) });
    expect(await refusal(await changed(many))).toMatch(/not complete/);
    expect(
      await refusal(
        await changed((archive) => ({
          patterns: many(archive)
            .patterns.slice(1)
            .map((one) => one && { ...one, versions: [...one.versions, ...one.versions] }),
        })),
      ),
    ).toMatch(/^413 This library has 2000 versions/);
    expect(await refusal(new Uint8Array([0x80, 0xff, 0x00]))).toMatch(/^400 This file is neither/);
    expect(await refusal("")).toMatch(/^400 /);
    expect(await db().styleLibrary.count()).toBe(before);
  });
});

describe("a file of styles of another program", () => {
  test("is called as its file, however that was said; one without a name is called what it is", async () => {
    const named = async (query: string, headers: Record<string, string> = {}) => {
      const address = new URL(`/libraries/import?dryRun=1${query}`, env().origin);
      const request = new Request(address, { method: "POST", headers: { ...elsewhere.browser, ...headers }, body: "a boat, gouache\n" });
      return ((await (await importFile(request)).json()) as ImportReport).name;
    };
    expect(await named("&fileName=Sea%20looks.csv")).toBe("Sea looks");
    expect(await named("", { "content-disposition": 'attachment; filename="looks.txt"' })).toBe("looks");
    expect(await named("&fileName=.csv")).toBe("csv");
    expect(await named("")).toBe("Imported styles");
  });

  test("styles.csv of AUTOMATIC1111: {prompt} is the subject, rows that make no style are named and the others are made", async () => {
    const csv = [
      "\ufeffname,prompt,negative_prompt",
      'Gouache,"{prompt}, gouache, ""thick"" paint","photo, {blurry}"',
      "Ink,ink drawing,",
      ",no name,",
      "Empty,,ugly",
      'Careless,"a"b {prompt},c',
      "Last,{prompt} at night,day",
    ].join("\r\n");
    const report = await imported(csv, { name: "styles.csv" });
    expect(report).toMatchObject({
      name: "styles",
      patterns: [{ name: "Gouache" }, { name: "Ink" }, { name: "Careless" }, { name: "Last" }],
    });
    expect(report.problems.map(({ about, sentence }) => `${about}: ${sentence}`).sort()).toEqual([
      "Empty (row 5): It has no prompt.",
      "Gouache (row 2): {blurry} became (blurry): only {prompt} is filled in.",
      "row 4: It has no name.",
    ]);
    const words = async (slug: string) => {
      const { template } = (await getPattern(stranger.people.lead, { slug })).versions[0] ?? {};
      return [template?.text, template?.negative, template?.variables.map(({ name }) => name)];
    };
    expect(await words("gouache")).toEqual(['{subject}, gouache, "thick" paint', "photo, (blurry)", ["subject"]]);
    expect(await words("ink")).toEqual(["{subject}, ink drawing", "", ["subject"]]);
  });

  test("presets of InvokeAI as JSON, and a plain list of prompts", async () => {
    const json = JSON.stringify([
      { name: "Film", prompt: "{prompt}, grainy film", negative_prompt: "digital" },
      { name: "Clay", type: "user", preset_data: { positive_prompt: "clay figure of {prompt}", negative_prompt: "" } },
      7,
    ]);
    const presets = await imported(json, { name: "presets.json", dry: true });
    expect(presets).toMatchObject({ patterns: [{ name: "Film" }, { name: "Clay" }], problems: [{ about: "style 3", kind: "refused" }] });
    const list = await imported('a calm sea, watercolour\n\n"an old lighthouse, in the fog, at dawn"\n', { dry: true });
    expect(list.patterns.map(({ name }) => name)).toEqual(["a calm sea, watercolour", "an old lighthouse, in the fog,"]);
  });
});
