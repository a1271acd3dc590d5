import { z } from "zod";

/** A workspace's way to a provider. Lives in memory only; never in an operation, a log or an answer. */
export interface Connection {
  /** Empty for a self-hosted server without one. */
  readonly apiKey: string;
  /** Replaces the provider's own address: a proxy, a gateway, a self-hosted server. Null = the provider's. */
  readonly baseUrl: string | null;
  /** Signs the provider's webhooks, where it does. */
  readonly webhookSecret: string | null;
  /** What else an engine of this kind needs, e.g. the checkpoint of a ComfyUI server. */
  readonly options: Readonly<Record<string, string>>;
}

/** What an admin enters to connect an engine of this kind. */
export interface ConnectionNeeds {
  readonly key: "required" | "optional";
  /** Required where the provider has no address of its own. */
  readonly baseUrl: "required" | "optional";
  readonly webhookSecret: boolean;
  readonly options: readonly ConnectionOption[];
}

/** One thing more to enter, as text. */
export interface ConnectionOption {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** The only values it takes besides none; absent: any text. */
  readonly values?: readonly string[] | undefined;
  /** Without it nothing can be asked of the provider. */
  readonly isRequired?: boolean | undefined;
}

/** Where clouds tell a machine its own credentials, by name. By number it is a link-local address, which is refused as any other of those. */
const METADATA = /^(?:metadata|metadata\.google\.internal|instance-data(?:\.ec2\.internal)?)\.?$/i;

/** Names no public name service answers: one's own machine, a name without dots, and the endings reserved for private networks. */
const OWN_NAME = /^(localhost|[^.:]+|.+\.(localhost|local|internal|lan|home\.arpa))\.?$/i;
/** As `URL` writes them: four decimal numbers, whatever notation was entered. */
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;
/** Loopback, unique local (fc00::/7) and link-local (fe80::/10), as `URL` writes them. */
const OWN_IPV6 = /^\[(::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/i;

/**
 * A host that only one's own machine or network can reach: a private literal address or a private name. A public name that
 * begins like an address (`10.example.com`) is none.
 * @param hostname as `URL` gives it
 */
export function isOnOwnNetwork(hostname: string): boolean {
  const [, first, second] = IPV4.exec(hostname)?.map(Number) ?? [];
  if (first === undefined || second === undefined) return OWN_NAME.test(hostname) || OWN_IPV6.test(hostname);
  return first === 127 || first === 10 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second <= 31);
}

/** Whether a connection leads to an address of the workspace's own outside its network: a gateway, a hosted server. Null: the provider's own. */
export function isPublicAddress(baseUrl: string | null): boolean {
  return baseUrl !== null && !isOnOwnNetwork(new URL(baseUrl).hostname);
}

/** Whether two base URLs are the same place, so that a key given to one may go to the other. Null: the provider's own. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  return placeIn(one) === placeIn(other);
}

const placeIn = (address: string | null): string => (address ? new URL(address).href.replace(/\/+$/, "") : "");

/** Why an address cannot be a base URL, in a sentence; null when it can. A key is sent there, so it must be https, save on one's own network. */
export function refusalOfBaseUrl(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return "Enter a whole address, for example https://gateway.example.com/v1.";
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return "The address must begin with https://.";
  if (url.protocol === "http:" && !isOnOwnNetwork(url.hostname)) return "Outside your own network the address must begin with https://.";
  if (METADATA.test(url.hostname)) return "At this address a cloud tells its machines their own keys: no engine is there.";
  if (url.username !== "" || url.password !== "") return "Leave user name and password out of the address.";
  return url.search === "" && url.hash === "" ? null : "Leave everything after ? or # out of the address.";
}

/** How the last test of a connection went. `untestable`: the provider has no call that is free, or its answer told nothing of the key. */
export const CheckOutcome = z.enum(["answers", "key-refused", "unreachable", "untestable"]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CHECK_WORDS = {
  answers: "It answers",
  "key-refused": "Key refused",
  unreachable: "No usable answer",
  untestable: "Cannot be tested for free",
} satisfies Record<CheckOutcome, string>;

/** The last characters of a key: enough to tell two keys apart, not enough to use one. */
export function hintOf(apiKey: string): string {
  if (apiKey === "") return "none";
  return apiKey.length < 12 ? "set" : `…${apiKey.slice(-4)}`;
}
