import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { DownloadError, type DownloadLimits, download } from "@/lib/engines/http/download";
import { isPublicAddress } from "@/lib/engines/http/private-address";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const picture: RequestListener = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end("pixels");

function limits(change: Partial<DownloadLimits> = {}): DownloadLimits {
  return { maxBytes: 1_000, timeoutMs: 5_000, signal: new AbortController().signal, ...change };
}

async function kindOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DownloadError)) throw new Error(`not refused: ${String(error)}`);
  return error.kind;
}

describe("a stranger's address", () => {
  test.each([
    "http://127.0.0.1/a.png",
    "http://localhost/a.png",
    "http://[::1]/a.png",
    "http://[::ffff:127.0.0.1]/a.png",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/a.png",
    "http://2130706433/a.png",
    "http://0x7f000001/a.png",
    "file:///etc/passwd",
    "ftp://example.org/a.png",
    "https://user:secret@example.org/a.png",
    "not an address",
  ])("%s is not fetched", async (address) => {
    expect(await kindOf(download(address, limits()))).toBe("forbidden-address");
  });

  test.each([
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "fe80::1",
    "fc00::1",
    "::",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "x",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111"])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test("a name is judged by the very address that is connected to: one private answer among public ones is enough", async () => {
    const answers = [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    expect(
      await kindOf(download("http://rebinding.example/a.png", limits({ lookup: (_host, _options, done) => done(null, answers) }))),
    ).toBe("forbidden-address");
  });

  test("a name is looked up once for a connection, so that it cannot change its answer in between", async () => {
    let asked = 0;
    const lookup: DownloadLimits["lookup"] = (_host, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? "10.0.0.1" : "93.184.216.34", family: 4 }]);
    };
    expect(await kindOf(download("http://rebinding.example/a.png", limits({ lookup })))).toBe("forbidden-address");
    expect(asked).toBe(1);
  });

  test("a redirect from a trusted origin to a private one is not followed", async () => {
    const hidden = await serve(picture);
    const front = await serve((_, response) => response.writeHead(302, { location: `${hidden}/secret.png` }).end());
    expect(await kindOf(download(`${front}/a.png`, limits({ trustedOrigins: [front] })))).toBe("forbidden-address");
  });

  test("redirects in a circle end", async () => {
    const origin: string = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    expect(await kindOf(download(origin, limits({ trustedOrigins: [origin] })))).toBe("forbidden-address");
  });
});

describe("credentials", () => {
  test("go to their origin and stay there when it redirects elsewhere", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers["x-key"] as string | undefined);
      picture(request, response);
    });
    const own: string = await serve((request, response) => {
      seen.push(request.headers["x-key"] as string | undefined);
      response.writeHead(302, { location: `${other}/a.png` }).end();
    });
    const credentials = { origin: own, headers: { "x-key": "secret" } };
    await download(`${own}/a.png`, limits({ trustedOrigins: [own, other], credentials }));
    expect(seen).toEqual(["secret", undefined]);
  });
});

describe("limits", () => {
  test("a file as announced is fetched", async () => {
    const origin = await serve(picture);
    expect(Buffer.from(await download(`${origin}/a.png`, limits({ trustedOrigins: [origin] }))).toString()).toBe("pixels");
  });

  test("a file that says it is too large, and one that does not say so", async () => {
    const honest = await serve((_, response) =>
      response.writeHead(200, { "content-type": "image/png", "content-length": "5000" }).end(Buffer.alloc(5000)),
    );
    expect(await kindOf(download(honest, limits({ trustedOrigins: [honest] })))).toBe("too-large");
    const silent = await serve((_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      response.write(Buffer.alloc(900));
      response.end(Buffer.alloc(900));
    });
    expect(await kindOf(download(silent, limits({ trustedOrigins: [silent] })))).toBe("too-large");
  });

  test("a page is no picture", async () => {
    const origin = await serve((_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>"));
    expect(await kindOf(download(origin, limits({ trustedOrigins: [origin] })))).toBe("wrong-type");
  });

  test("what drips for ever is cut off, and may be tried again", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      response.write("a");
    });
    expect(await kindOf(download(origin, limits({ trustedOrigins: [origin], timeoutMs: 200 })))).toBe("transient");
  });

  test("a body that stalls after its headers ends in time, however its timer is held, and at once when the worker stops", async () => {
    let asked = 0;
    const origin = await serve((request, response) => {
      asked += 1;
      if (request.url === "/first") return void response.writeHead(302, { location: "/second" }).end();
      response.writeHead(200, { "content-type": "video/mp4", "content-length": "500" });
      response.write("half");
    });
    const started = performance.now();
    const stalled = Array.from({ length: 8 }, () => download(`${origin}/first`, limits({ trustedOrigins: [origin], timeoutMs: 500 })));
    expect(await Promise.all(stalled.map(kindOf))).toEqual(Array.from({ length: 8 }, () => "transient"));
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(asked).toBe(16);
    const stop = new AbortController();
    const stopped = kindOf(download(`${origin}/second`, limits({ trustedOrigins: [origin], signal: stop.signal, timeoutMs: 60_000 })));
    stop.abort();
    expect(await stopped).toBe("transient");
  });

  test("a file that is gone is gone; a fault may pass", async () => {
    const gone = await serve((_, response) => response.writeHead(410).end());
    const faulty = await serve((_, response) => response.writeHead(502).end());
    expect(await kindOf(download(gone, limits({ trustedOrigins: [gone] })))).toBe("gone");
    expect(await kindOf(download(faulty, limits({ trustedOrigins: [faulty] })))).toBe("transient");
  });
});
