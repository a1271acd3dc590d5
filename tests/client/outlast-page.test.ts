import { describe, expect, it } from "vitest";
import { outlastPage } from "@/lib/client/outlast-page";

function browser() {
  const sent: (boolean | undefined)[] = [];
  const answers: (() => void)[] = [];
  const send = outlastPage((_request, init) => {
    sent.push(init.keepalive);
    return new Promise((settle, fail) =>
      answers.push(() => (answers.length % 2 === 0 ? fail(new Error("gone")) : settle(new Response("")))),
    );
  });
  const call = (bytes: number) => send(new Request("http://127.0.0.1/rpc", { method: "POST" }), {}, bytes).catch(() => undefined);
  return { sent, answers, call };
}

describe("what somebody did", () => {
  it("outlasts the page as far as a browser carries it, and goes the usual way beyond", () => {
    const { sent, call } = browser();
    for (let press = 0; press < 60; press += 1) void call(300);
    expect(sent.every((keepalive) => keepalive === true)).toBe(true);
    void call(60 * 1024);
    expect(sent.at(-1)).toBeUndefined();
    void call(300);
    expect(sent.at(-1)).toBe(true);
  });

  it("makes room when it is answered or refused", async () => {
    const { sent, answers, call } = browser();
    const first = call(40 * 1024);
    const second = call(40 * 1024);
    expect(sent).toEqual([true, undefined]);
    for (const answer of answers) answer();
    await Promise.all([first, second]);
    void call(40 * 1024);
    expect(sent.at(-1)).toBe(true);
  });
});
