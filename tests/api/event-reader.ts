import { handleEvents, type StreamTiming } from "@/lib/api/event-stream";
import { env } from "@/lib/env";

export interface StreamMessage {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

export interface Reader {
  readonly response: Response;
  /** The next message; comments are skipped. Undefined when the stream has ended. */
  next(): Promise<StreamMessage | undefined>;
  /** The next piece as it was sent, comments and all. */
  nextText(): Promise<string | undefined>;
  /** Hangs up. */
  close(): Promise<void>;
}

/** Listens at the door as an `EventSource` would. */
export async function openStream(
  headers: Readonly<Record<string, string>>,
  lastEventId?: string,
  timing?: StreamTiming,
  tab?: string,
): Promise<Reader> {
  const connection = new AbortController();
  const resume = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
  const request = new Request(new URL(tab === undefined ? "/events" : `/events?tab=${tab}`, env().origin), {
    headers: { ...headers, ...resume },
    signal: connection.signal,
  });
  const response = await handleEvents(request, timing);
  const pieces = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread: StreamMessage[] = [];
  const nextText = async () => (await pieces?.read())?.value;
  return {
    response,
    nextText,
    async next() {
      while (unread.length === 0) {
        const text = await nextText();
        if (text === undefined) return undefined;
        unread = text.split("\n\n").flatMap(readMessage);
      }
      return unread.shift();
    },
    async close() {
      connection.abort();
      await pieces?.cancel().catch(() => {});
    },
  };
}

function readMessage(text: string): StreamMessage[] {
  const fields = new Map(text.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const name = fields.get("event");
  return name === undefined ? [] : [{ name, id: fields.get("id"), data: JSON.parse(fields.get("data") ?? "null") }];
}
