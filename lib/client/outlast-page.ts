/** As much of `fetch` as is wrapped here. */
type Fetch = (request: Request, init: RequestInit) => Promise<Response>;

/**
 * Browsers carry at most 64 KiB of such bodies at once beyond the page they came from (Fetch standard, "keepalive") and
 * refuse more, so that some room is left for what others on the page send.
 */
const MOST_BYTES = 48 * 1024;

/**
 * Lets what somebody did arrive though they leave the page at once: a browser sends six calls at a time and forgets the
 * waiting ones with the page. What would not fit is sent as usual.
 */
export function outlastPage(fetch: Fetch): (request: Request, init: RequestInit, bytes: number) => Promise<Response> {
  let carried = 0;
  return async (request, init, bytes) => {
    if (carried + bytes > MOST_BYTES) return fetch(request, init);
    carried += bytes;
    try {
      return await fetch(request, { ...init, keepalive: true });
    } finally {
      carried -= bytes;
    }
  };
}
