import { beforeAll, describe, expect, it } from "vitest";
import { checkOrigin } from "@/lib/auth/origin";
import { requireActor } from "@/lib/auth/require-actor";
import { freshDatabase } from "../../support/database";
import { aPerson, aWorkspace, fromBrowser } from "../member/people";

const OURS = "http://127.0.0.1:3000";
beforeAll(freshDatabase);

const verdict = (method: string, headers: Record<string, string>): "let in" | "refused" => {
  try {
    checkOrigin(new Request(`${OURS}/rpc`, { method, headers }));
    return "let in";
  } catch (error) {
    expect(error).toMatchObject({ code: "FORBIDDEN" });
    return "refused";
  }
};

describe("a write by cookie", () => {
  it.each([
    ["POST", { origin: OURS }, "let in"],
    ["POST", { origin: "http://localhost:3000" }, "refused"],
    ["POST", { origin: "http://127.0.0.1:3001" }, "refused"],
    ["POST", { origin: "https://127.0.0.1:3000" }, "refused"],
    ["POST", { origin: "https://elsewhere.test" }, "refused"],
    ["POST", { origin: "http://127.0.0.1:3000.elsewhere.test" }, "refused"],
    ["POST", { origin: "null" }, "refused"],
    ["POST", { origin: "null", "sec-fetch-site": "same-origin" }, "refused"],
    ["POST", {}, "refused"],
    ["POST", { referer: `${OURS}/` }, "refused"],
    ["POST", { "sec-fetch-site": "same-origin" }, "let in"],
    ["POST", { "sec-fetch-site": "same-site" }, "refused"],
    ["POST", { "sec-fetch-site": "none" }, "refused"],
    ["PUT", { origin: "https://elsewhere.test" }, "refused"],
    ["PATCH", { origin: "https://elsewhere.test" }, "refused"],
    ["DELETE", { origin: "https://elsewhere.test" }, "refused"],
    ["GET", { origin: "https://elsewhere.test" }, "let in"],
    ["HEAD", {}, "let in"],
    ["POST", { authorization: "Bearer sel_x", origin: "https://elsewhere.test" }, "let in"],
  ] as const)("%s with %o is %s", (method, headers, expected) => {
    expect(verdict(method, { ...headers })).toBe(expected);
  });

  it("is checked by the door itself, before the cookie is read", async () => {
    const person = await aPerson(await aWorkspace(), "operator");
    const forged = await fromBrowser(person, { method: "POST", headers: { origin: "https://elsewhere.test" } });
    await expect(requireActor(forged.request)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const own = await fromBrowser(person, { method: "POST", headers: { origin: OURS } });
    expect(await requireActor(own.request)).toMatchObject({ memberId: person.memberId });
  });
});
