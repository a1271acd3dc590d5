import { ORPCError } from "@orpc/client";
import { MutationObserver, QueryObserver } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import { createQueryClient } from "@/lib/client/query";

const said: string[] = [];
const queries = () => createQueryClient({ notify: (sentence) => said.push(sentence), signedOut: () => said.push("signed out") });
const refused = (code = "REFUSED", status = 422) => new ORPCError(code, { status, message: `No: ${code}.` });

beforeEach(() => {
  said.length = 0;
});

describe("a refusal", () => {
  test("is an answer: it is not asked for again, and a first reading is shown in its place instead of announced", async () => {
    let asked = 0;
    const queryFn = () => {
      asked += 1;
      return Promise.reject(refused());
    };
    const observer = new QueryObserver(queries(), { queryKey: ["a"], queryFn, enabled: false });
    await observer.refetch();
    expect([asked, observer.getCurrentResult().error?.message, said]).toEqual([1, "No: REFUSED.", []]);
  });

  test("of an act is announced in the studio's own words, unless its surface says it", async () => {
    const client = queries();
    const act = (meta?: { isQuiet: boolean }) =>
      new MutationObserver(client, { mutationFn: () => Promise.reject(refused()), ...(meta ? { meta } : {}) }).mutate().catch(() => {});
    await act();
    await act({ isQuiet: true });
    expect(said).toEqual(["No: REFUSED."]);
  });

  test("of a later reading is announced, and what was read before stays", async () => {
    const client = queries();
    let isBroken = false;
    const options = { queryKey: ["a"], queryFn: () => (isBroken ? Promise.reject(refused()) : Promise.resolve("kept")) };
    const observer = new QueryObserver(client, options);
    const stop = observer.subscribe(() => {});
    await observer.refetch();
    isBroken = true;
    await observer.refetch();
    expect([observer.getCurrentResult().data, said]).toEqual(["kept", ["No: REFUSED."]]);
    stop();
  });

  test("because the session ended leads to the door", async () => {
    const client = queries();
    const mutation = new MutationObserver(client, { mutationFn: () => Promise.reject(refused("UNAUTHENTICATED", 401)) });
    await mutation.mutate().catch(() => {});
    expect(said).toEqual(["signed out"]);
  });
});

test("when the studio is not reached, the sentence says that work is kept", async () => {
  const mutation = new MutationObserver(queries(), { mutationFn: () => Promise.reject(new TypeError("Failed to fetch")) });
  await mutation.mutate().catch(() => {});
  expect(said).toEqual(["The studio cannot be reached. Your work is kept; try again in a moment."]);
});
