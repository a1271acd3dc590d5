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

const OWN_NETWORK =
  /^(localhost|[^.:]+|.*\.(local|internal|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[::1\]|\[f[cd].*\])$/i;

/** A host that only one's own machine or network can reach. */
export const isOnOwnNetwork = (hostname: string): boolean => OWN_NETWORK.test(hostname);

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
  if (url.username !== "" || url.password !== "") return "Leave user name and password out of the address.";
  return url.search === "" && url.hash === "" ? null : "Leave everything after ? or # out of the address.";
}

/** How the last test of a connection went. `untestable`: the provider has no call that is free. */
export const CheckOutcome = z.enum(["answers", "key-refused", "unreachable", "untestable"]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CHECK_WORDS = {
  answers: "Answers",
  "key-refused": "Key refused",
  unreachable: "Not reached",
  untestable: "Cannot be tested for free",
} satisfies Record<CheckOutcome, string>;

/** The last characters of a key: enough to tell two keys apart, not enough to use one. */
export function hintOf(apiKey: string): string {
  return apiKey.length < 12 ? "set" : `…${apiKey.slice(-4)}`;
}
