import { GET as getConfig, POST } from "@/app/api/uploadthing/route";
import { HEAD, PUT } from "@/app/ut/[key]/route";
import { ask, type Person } from "../people";

/** One file as the browser announces it. */
export interface Announced {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}
export interface Ticket {
  readonly key: string;
  readonly url: string;
  readonly customId: string;
}

/** Asks the file router for upload addresses, as UploadThing's client does. */
export function announce(headers: Readonly<Record<string, string>>, files: readonly Announced[]): Promise<Response> {
  return POST(ask("POST", "/api/uploadthing?actionType=upload&slug=asset", headers, { files, input: null }));
}

export async function ticketFor(person: Person, file: Announced): Promise<Ticket> {
  const response = await announce(person.browser, [file]);
  const [ticket]: Ticket[] = await response.json();
  if (!ticket) throw new Error(`no upload address: ${response.status}`);
  return ticket;
}

const place = (url: string) => ({ params: Promise.resolve({ key: new URL(url).pathname.split("/").pop() ?? "" }) });

/** How much is there already, by the answer to HEAD; null when the address is refused. */
export async function rangeStart(url: string): Promise<number | null> {
  const response = await HEAD(new Request(url, { method: "HEAD" }), place(url));
  return response.ok ? Number(response.headers.get("x-ut-range-start")) : null;
}

const BOUNDARY = "----selects";

/** A multipart body with one file, sent in packets; it breaks off after `cutAfter` bytes of the file. */
function multipart(bytes: Buffer, cutAfter = Number.POSITIVE_INFINITY): ReadableStream<Uint8Array> {
  const head = Buffer.from(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="f"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  );
  const packets: Uint8Array[] = [head];
  for (let at = 0; at < Math.min(bytes.length, cutAfter); at += 16_384) packets.push(bytes.subarray(at, Math.min(at + 16_384, cutAfter)));
  if (cutAfter >= bytes.length) packets.push(Buffer.from(`\r\n--${BOUNDARY}--\r\n`));
  return new ReadableStream({
    async pull(controller) {
      // As on a network, packets do not arrive in one breath.
      await new Promise(setImmediate);
      const packet = packets.shift();
      if (packet) controller.enqueue(packet);
      else if (cutAfter < bytes.length) controller.error(new Error("the connection broke"));
      else controller.close();
    },
  });
}

/** Sends a file, or what follows `start` of it. */
export function send(url: string, bytes: Buffer, { start = 0, cutAfter }: { start?: number; cutAfter?: number } = {}): Promise<Response> {
  const init = {
    method: "PUT",
    headers: { range: `bytes=${start}-`, "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: multipart(bytes.subarray(start), cutAfter),
    duplex: "half",
  };
  return PUT(new Request(url, init), place(url));
}

export const routerConfig = () => getConfig(ask("GET", "/api/uploadthing", {}));
