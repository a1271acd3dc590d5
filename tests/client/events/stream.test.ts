import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEventStream, type EventStream, type StreamStatus } from "@/lib/client/events";
import type { StudioEvent } from "@/lib/domain/event/studio-event";

const RUN = "0190a0a0-0000-7000-8000-000000000001";
const CARD = "0190a0a0-0000-7000-8000-000000000002";

type Message = { readonly data?: unknown; readonly lastEventId?: string };

interface Connection {
  readonly address: string;
  readonly isOpen: boolean;
  send(name: string, data?: unknown, lastEventId?: string): void;
}

/** A browser whose connections and clock the test holds. */
function browser() {
  const connections: Connection[] = [];
  const timers: { pauseMs: number; act: () => void }[] = [];
  const stream = (since?: string) =>
    createEventStream(
      {
        open(address) {
          const listeners = new Map<string, (message: Message) => void>();
          let isOpen = true;
          connections.push({
            address,
            get isOpen() {
              return isOpen;
            },
            send(name, data, lastEventId) {
              const text = data === undefined ? {} : { data: JSON.stringify(data) };
              listeners.get(name)?.({ ...text, ...(lastEventId === undefined ? {} : { lastEventId }) });
            },
          });
          return {
            addEventListener: (name, listener) => void listeners.set(name, listener),
            close: () => {
              isOpen = false;
            },
          };
        },
        after(pauseMs, act) {
          const timer = { pauseMs, act };
          timers.push(timer);
          return () => {
            if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
          };
        },
        random: () => 1,
      },
      since,
    );
  return {
    stream,
    connections,
    get last(): Connection {
      const last = connections.at(-1);
      if (!last) throw new Error("Nothing was opened.");
      return last;
    },
    get pausesMs() {
      return timers.map(({ pauseMs }) => pauseMs);
    },
    /** Lets the one timer that runs come due. */
    pass() {
      const timer = timers.shift();
      if (!timer) throw new Error("Nothing waits.");
      timer.act();
    },
  };
}

const changed = (version: number, id = RUN, kind: StudioEvent["kind"] = "run"): StudioEvent => ({ kind, id, version, act: "tested" });

function heardBy(stream: EventStream): StudioEvent[] {
  const heard: StudioEvent[] = [];
  stream.onEvent({}, (event) => heard.push(event));
  return heard;
}

describe("connecting", () => {
  test("starts without a position, or at the one the page was rendered at", () => {
    const tab = browser();
    tab.stream().start();
    tab.stream("7-1").start();
    expect(tab.connections.map(({ address }) => address)).toEqual(["/events", "/events?lastEventId=7-1"]);
  });

  test("comes back after a loss with the id of the last event it heard", () => {
    const tab = browser();
    tab.stream().start();
    tab.last.send("hello", {}, "5-0");
    tab.last.send("change", changed(1), "8-3");
    tab.last.send("error");
    tab.pass();
    expect(tab.last.address).toBe("/events?lastEventId=8-3");
  });

  test("waits longer after each failure, never over half a minute, and starts afresh once it succeeded", () => {
    const tab = browser();
    tab.stream().start();
    const pausesMs: number[] = [];
    for (let failure = 0; failure < 9; failure += 1) {
      tab.last.send("error");
      pausesMs.push(...tab.pausesMs);
      tab.pass();
    }
    expect(pausesMs).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    tab.last.send("resumed", {});
    tab.last.send("error");
    expect(tab.pausesMs).toEqual([500]);
  });

  test("hurries when the network returns, with one connection only", () => {
    const tab = browser();
    const stream = tab.stream();
    stream.start();
    tab.last.send("error");
    stream.hurry();
    expect(tab.pausesMs).toEqual([]);
    expect(tab.connections.filter(({ isOpen }) => isOpen)).toHaveLength(1);
    stream.hurry();
    stream.start();
    expect(tab.connections.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  test("stopped, it keeps its place; signed out, it does not come back", () => {
    const tab = browser();
    const stream = tab.stream();
    const statuses: StreamStatus[] = [];
    stream.onStatus((status) => statuses.push(status));
    stream.start();
    tab.last.send("hello", {}, "5-0");
    stream.stop();
    expect(tab.last.isOpen).toBe(false);
    stream.start();
    expect(tab.last.address).toBe("/events?lastEventId=5-0");
    tab.last.send("resumed", {});
    tab.last.send("signed-out", {});
    stream.hurry();
    stream.start();
    expect([tab.last.isOpen, tab.pausesMs]).toEqual([false, []]);
    expect(statuses).toEqual(["connecting", "live", "stopped", "connecting", "live", "signed-out"]);
  });
});

describe("what is heard", () => {
  test("each version of a thing once, and never an older one", () => {
    const tab = browser();
    const stream = tab.stream();
    const heard = heardBy(stream);
    stream.start();
    tab.last.send("hello", {}, "1-0");
    for (const version of [3, 2, 3, 4, 1, 4]) tab.last.send("change", changed(version), `2-${version}`);
    expect(heard.map(({ version }) => version)).toEqual([3, 4]);
  });

  test("what happened around a thing and left its version as it is, once", () => {
    const tab = browser();
    const stream = tab.stream();
    const heard = heardBy(stream);
    stream.start();
    for (const [act, place] of [
      ["first", "2-1"],
      ["second", "2-2"],
      ["second", "2-2"],
    ] as const)
      tab.last.send("change", { ...changed(3), act }, place);
    expect(heard.map(({ act }) => act)).toEqual(["first", "second"]);
  });

  test("whatever is lost, repeated or late on the way, versions only go up for each thing", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ version: fc.nat(9), id: fc.constantFrom(RUN, CARD), drop: fc.boolean() })), (arrivals) => {
        const tab = browser();
        const stream = tab.stream("1-0");
        const heard = heardBy(stream);
        stream.start();
        for (const { version, id, drop } of arrivals) {
          tab.last.send("change", changed(version, id), "2-1");
          if (!drop) continue;
          const old = tab.last;
          old.send("error");
          tab.pass();
          old.send("change", changed(99, id), "2-1");
        }
        for (const id of [RUN, CARD]) {
          const versions = heard.filter((event) => event.id === id).map(({ version }) => version);
          expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
          const highest = Math.max(-1, ...arrivals.filter((arrival) => arrival.id === id).map(({ version }) => version));
          expect(versions.at(-1) ?? -1).toBe(highest);
        }
      }),
    );
  });

  test("only what was asked for, until it is no longer asked for", () => {
    const tab = browser();
    const stream = tab.stream();
    const cards: number[] = [];
    const stop = stream.onEvent({ kind: "card", id: CARD }, ({ version }) => cards.push(version));
    stream.start();
    tab.last.send("change", changed(1), "2-1");
    tab.last.send("change", changed(1, CARD, "card"), "2-2");
    stop();
    tab.last.send("change", changed(2, CARD, "card"), "2-3");
    expect(cards).toEqual([1]);
  });

  test("a kind this page does not know yet is passed over, and its place is kept", () => {
    const tab = browser();
    const stream = tab.stream();
    const heard = heardBy(stream);
    stream.start();
    tab.last.send("change", { ...changed(1), kind: "hologram" }, "9-9");
    tab.last.send("error");
    tab.pass();
    expect(heard).toEqual([]);
    expect(tab.last.address).toBe("/events?lastEventId=9-9");
  });

  test("after a reset everything is read again, and versions may begin anew", () => {
    const tab = browser();
    const stream = tab.stream("1-0");
    const heard = heardBy(stream);
    let resets = 0;
    stream.onReset(() => {
      resets += 1;
    });
    stream.start();
    tab.last.send("change", changed(7), "2-1");
    tab.last.send("reset", {}, "3-0");
    tab.last.send("change", changed(1), "4-1");
    expect([resets, heard.map(({ version }) => version)]).toEqual([1, [7, 1]]);
  });
});
