import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { StudioClient } from "@/lib/api/router";

/**
 * The studio's verbs as typed functions: `await rpc.project.create({ name })`. A refusal is thrown as an error with our
 * `code` and the sentence as its `message`.
 */
export const rpc: StudioClient = createORPCClient(new RPCLink({ url: () => new URL("/rpc", window.location.origin) }));
