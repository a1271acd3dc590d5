import { type LookupAddress, type LookupOptions, lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { isPublicAddress } from "./private-address";

/** A name service; tests answer for the system's. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const lookupAll: Lookup = (hostname, options, callback) =>
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => callback(error, addresses));

/** Whether a host is written as an address that is not public. A name has to be looked up: see {@link publicOnly}. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isPublicAddress(host);
}

/**
 * A name service for one connection that fails with `refusal` for a name with any address that is not public: what is
 * checked is what is connected to, so a name that changes its answer in between gains nothing.
 */
export function publicOnly(lookup: Lookup, refusal: () => Error) {
  return (hostname: string, options: LookupOptions, callback: (error: Error | null, address: never, family?: number) => void) => {
    const answer = callback as (error: Error | null, address?: string | LookupAddress[], family?: number) => void;
    lookup(hostname, options, (error, addresses) => {
      if (error) return answer(error);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return answer(refusal());
      if (options.all) return answer(null, addresses);
      return answer(null, first.address, first.family);
    });
  };
}
