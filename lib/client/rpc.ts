import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { StudioClient } from "@/lib/api/router";
import { shareInFlight } from "./share-in-flight";

/**
 * The studio's verbs as typed functions: `await rpc.project.create({ name })`. A refusal is thrown as an error with our
 * `code` and the sentence as its `message`.
 */
export const rpc: StudioClient = createORPCClient(shareInFlight(new RPCLink({ url: () => new URL("/rpc", window.location.origin) })));
