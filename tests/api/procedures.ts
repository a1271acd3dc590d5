import { traverseContractProcedures } from "@orpc/server";
import type { z } from "zod";
import { router } from "@/lib/api/router";
import { isVerbSchema } from "@/lib/api/schema";
import { ask } from "./people";

export interface KnownProcedure {
  /** `noun/verb` below `/rpc`. */
  readonly name: string;
  readonly noun: string;
  readonly method: string;
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string;
  readonly input: z.ZodType;
}

/** Every procedure the studio has, read from the router itself: a new one is in every test that goes through this list. */
export function allProcedures(): readonly KnownProcedure[] {
  const found: KnownProcedure[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const { route, inputSchema } = contract["~orpc"];
    if (!isVerbSchema(inputSchema) || !route.method || !route.path) throw new Error(`${path.join(".")} has no schema or route.`);
    found.push({ name: path.join("/"), noun: path[0] ?? "", method: route.method, path: route.path, input: inputSchema.zod });
  });
  return found;
}

/** The request a program would send for this input: path, query and body filled from it. */
export function restRequest(
  { method, path, input: _ }: KnownProcedure,
  input: unknown,
  headers: Readonly<Record<string, string>>,
): Request {
  const rest = new Map(typeof input === "object" && input !== null && !Array.isArray(input) ? Object.entries(input) : []);
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return escaped(typeof value === "string" ? value : JSON.stringify(value ?? "nothing"));
  });
  const address = `/api/v1${filled}`;
  if (method === "GET" || method === "DELETE") return ask(method, `${address}?${query([...rest])}`, headers);
  return ask(method, address, headers, rest.size > 0 ? Object.fromEntries(rest) : input);
}

export function rpcRequest({ name }: KnownProcedure, input: unknown, headers: Readonly<Record<string, string>>): Request {
  return ask("POST", `/rpc/${name}`, headers, { json: input });
}

/** Addresses have no way to write half a surrogate pair. */
function escaped(text: string): string {
  return encodeURIComponent(text.slice(0, 3_000).replace(/\p{Surrogate}/gu, "?"));
}

function query(entries: readonly (readonly [string, unknown])[]): string {
  return entries
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item] as const))
    .map(([name, item]) => `${escaped(name)}=${escaped(typeof item === "string" ? item : JSON.stringify(item ?? null))}`)
    .join("&");
}
