import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Doors on a loopback port, for programs that can only speak HTTP. */
export async function served(answer: (request: Request) => Promise<Response>): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(async (asked, answered) => {
    const body: Buffer[] = [];
    for await (const part of asked) body.push(part);
    const headers = new Headers();
    for (const [name, value] of Object.entries(asked.headers)) headers.set(name, String(value));
    const init = { method: asked.method ?? "GET", headers, ...(body.length > 0 ? { body: Buffer.concat(body) } : {}) };
    const response = await answer(new Request(new URL(asked.url ?? "/", `http://${asked.headers.host}`), init));
    answered.writeHead(response.status, Object.fromEntries(response.headers));
    answered.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
