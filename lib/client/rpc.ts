import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { StudioClient } from "@/lib/api/router";
import { outlastPage } from "./outlast-page";
import { shareInFlight } from "./share-in-flight";

const fetchToTheEnd = outlastPage((request, init) => fetch(request, init));

/**
 * The studio's verbs as typed functions: `await rpc.project.create({ name })`. A refusal is thrown as an error with our
 * `code` and the sentence as its `message`.
 */
export const rpc: StudioClient = createORPCClient(
  shareInFlight(
    new RPCLink({
      url: () => new URL("/rpc", window.location.origin),
      // Calls that can be aborted are reads: they end with the page. A body of JSON has at most three bytes a character.
      fetch: (request, init, { signal }, _path, input) =>
        signal ? fetch(request, init) : fetchToTheEnd(request, init, 3 * (JSON.stringify(input) ?? "").length),
    }),
  ),
);
