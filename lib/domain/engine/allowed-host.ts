import { isOnOwnNetwork } from "./connection";

/** Which hosts a connection may name as its address. */
export interface AllowedHosts {
  /** The engine's own provider: always allowed. */
  readonly providers: readonly string[];
  /** What the workspace's admins have added, as {@link hostPattern} writes it. */
  readonly added: readonly string[];
  /** What whoever runs the installation allows besides the providers; null: they bound nothing. */
  readonly installation: readonly string[] | null;
}

/** At least two labels after the star, so that a pattern is somebody's own. */
const PATTERN = /^(\*\.(?=[^.]+\.))?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * A host as it is kept: lower case, without scheme, port and path. "*.example.com" stands for every host below example.com. Null when the
 * text names none.
 */
export function hostPattern(text: string): string | null {
  const trimmed = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "");
  const isWild = trimmed.startsWith("*.");
  let host: string;
  try {
    host = new URL(`https://${isWild ? trimmed.slice(2) : trimmed}`).hostname.replace(/\.$/, "");
  } catch {
    return null;
  }
  const pattern = isWild ? `*.${host}` : host;
  return pattern.length <= 255 && (PATTERN.test(pattern) || (!isWild && /^\[[\da-f:]+\]$/.test(pattern))) ? pattern : null;
}

const fits = (pattern: string, host: string): boolean => (pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern);

/**
 * Why a connection may not lead to an address, in a sentence that names who can allow it; null when it may. Null as an address is the
 * provider's own. One's own network needs no permission of the workspace: it needs the installation's once that bounds hosts at all.
 */
export function refusalOfHost(baseUrl: string | null, { providers, added, installation }: AllowedHosts): string | null {
  if (baseUrl === null) return null;
  const host = new URL(baseUrl).hostname.replace(/\.$/, "");
  const among = (patterns: readonly string[]) => patterns.some((pattern) => fits(pattern, host));
  if (among(providers)) return null;
  if (installation !== null)
    return among(installation)
      ? null
      : `${host} is not an allowed host of this installation. Whoever runs it can add it to SELECTS_ENGINE_HOSTS.`;
  if (isOnOwnNetwork(host) || among(added)) return null;
  return `${host} is not an allowed host. An admin can add it under Settings, Engines, Allowed hosts.`;
}
