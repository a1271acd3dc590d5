import { router } from "./router";

/**
 * The router as the transport can match it: a part of an address between two slashes holds one parameter there, so that
 * `/patterns/{slug}@{at}` is matched as `/patterns/{slug}/@/{at}`. Nobody outside sees those addresses.
 */
export const addressedRouter = {
  ...router,
  pattern: {
    ...router.pattern,
    getCalled: router.pattern.getCalled.route({ path: "/patterns/{slug}/@/{at}" }),
    runCalled: router.pattern.runCalled.route({ path: "/patterns/{slug}/@/{at}/runs" }),
  },
};

const POINTED = /^(.*\/patterns\/[^/]+)(?:@|%40)([^/]+)/i;

/** The address a request of `/api/v1` is matched by; most stay as they are. */
export function addressOf(url: string): string {
  const address = new URL(url);
  address.pathname = address.pathname.replace(POINTED, "$1/@/$2");
  return address.href;
}

/** How an address of the addressed router is written. */
export const shownPath = (path: string) => path.replace("/@/", "@");
