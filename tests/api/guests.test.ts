import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as file } from "@/app/share/[token]/files/[attemptId]/route";
import { GET as picture } from "@/app/share/[token]/pictures/[attemptId]/[size]/route";
import { handleRest } from "@/lib/api/rest";
import { handleRpc } from "@/lib/api/rpc";
import { GUEST_COOKIE } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { getAssetFile } from "@/lib/services/asset/get-asset-file";
import { revokeShare } from "@/lib/services/guest/revoke-share";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { blobStore } from "@/lib/storage/current";
import { aLink, comeIn } from "../services/guest/a-guest";
import { aCard } from "../services/review/cards";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aStudio, type ReviewStudio } from "../support/factory";
import { png } from "../support/pictures";
import { ask } from "./people";
import { allProcedures, restRequest, rpcRequest } from "./procedures";

let studio: ReviewStudio;
let cardId: string;
let attemptId: string;
let assetId: string;
let bytes: Buffer;

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  bytes = await png(600, 400);
  const { operator } = studio.people;
  const asset = await addAsset({ workspaceId: studio.workspaceId, memberId: operator.memberId }, { bytes });
  assetId = asset.id;
  cardId = await aCard(studio);
  ({ attemptId } = await submitAttempt(operator, { cardId, assetId, seenAttempt: 0 }));
});

const carrying = (secret: string) => ({ cookie: `${GUEST_COOKIE}=${secret}`, origin: env().origin });

const see = (token: string, size: string, headers: Readonly<Record<string, string>>, attempt = attemptId) =>
  picture(ask("GET", `/share/${token}/pictures/${attempt}/${size}`, headers), {
    params: Promise.resolve({ token, attemptId: attempt, size }),
  });
const take = (token: string, headers: Readonly<Record<string, string>>) =>
  file(ask("GET", `/share/${token}/files/${attemptId}`, headers), { params: Promise.resolve({ token, attemptId }) });
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test("no procedure of the studio knows a guest, by either door, whatever they carry", async () => {
  const { token } = await aLink(studio.people.reviewer, [cardId]);
  const { secret } = await comeIn(token);
  const guises = [carrying(secret), { authorization: `Bearer ${token}` }, { authorization: `Bearer ${secret}` }];
  const answers: string[] = [];
  for (const procedure of allProcedures())
    for (const headers of guises)
      for (const response of [
        await handleRest(restRequest(procedure, { cardId, attemptId }, headers)),
        await handleRpc(rpcRequest(procedure, { cardId, attemptId }, { ...headers, origin: env().origin })),
      ])
        if (response.status !== 401) answers.push(`${procedure.name} ${response.status}`);
  expect(answers).toEqual([]);
});

describe("the bytes behind a link", () => {
  test("go to guests who came in, and stop with the link; they are asked for each time", async () => {
    const { linkId, token } = await aLink(studio.people.reviewer, [cardId]);
    const { secret } = await comeIn(token);
    const shown = await see(token, "screen", carrying(secret));
    expect([shown.status, shown.headers.get("cache-control"), shown.headers.get("content-type")]).toEqual([
      200,
      "private, no-cache",
      "image/webp",
    ]);
    const taken = await take(token, carrying(secret));
    expect(await bodyOf(taken)).toEqual(bytes);
    expect(taken.headers.get("content-disposition")).toContain("Hero picture");
    expect((await see(token, "screen", {})).status).toBe(401);
    expect((await see(token, "screen", carrying("A".repeat(43)))).status).toBe(401);
    expect((await see("0".repeat(16) + "A".repeat(43), "screen", carrying(secret))).status).toBe(404);
    const places = [["original"], ["film"], ["screen", crypto.randomUUID()], ["screen", assetId]] as const;
    for (const [size, attempt] of places) expect((await see(token, size, carrying(secret), attempt)).status, size).toBe(404);
    await revokeShare(studio.people.lead, { linkId });
    expect([(await see(token, "thumb", carrying(secret))).status, (await take(token, carrying(secret))).status]).toEqual([403, 403]);
  });

  test("carry the guest's name through a watermarked link, drawn once and kept apart; it is what they download", async () => {
    const { token } = await aLink(studio.people.reviewer, [cardId], { isWatermarked: true });
    const [mia, eve] = [await comeIn(token, "Mia"), await comeIn(token, "Eve")];
    const clean = await getAssetFile(studio.people.lead, { assetId, rendition: "screen" });
    const seen = await Promise.all([mia, eve].map(async ({ secret }) => bodyOf(await see(token, "screen", carrying(secret)))));
    const pixels = (encoded: Uint8Array) => sharp(encoded).removeAlpha().raw().toBuffer();
    const [plain, ofMia, ofEve] = await Promise.all([await blobStore().read(clean.sha256), ...seen].map(pixels));
    const changed = (one?: Buffer, other?: Buffer) =>
      one && other ? one.reduce((sum, value, at) => sum + (Math.abs(value - (other[at] ?? 0)) > 24 ? 1 : 0), 0) / one.length : 0;
    // Over all of the picture: letters in every quarter of it, and other ones for another guest.
    expect([ofMia?.length, ofEve?.length]).toEqual([plain?.length, plain?.length]);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const part = (all?: Buffer) => all?.subarray((quarter * all.length) / 4, ((quarter + 1) * all.length) / 4);
      expect(changed(part(plain), part(ofMia))).toBeGreaterThan(0.02);
    }
    expect(changed(ofMia, ofEve)).toBeGreaterThan(0.01);
    expect(await bodyOf(await see(token, "screen", carrying(mia.secret)))).toEqual(seen[0]);
    expect(await db().guestRendition.count({ where: { assetId } })).toBe(2);
    const taken = await take(token, carrying(mia.secret));
    expect([taken.status, taken.headers.get("content-type"), await bodyOf(taken)]).toEqual([200, "image/webp", seen[0]]);
  });
});
