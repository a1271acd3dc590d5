/** As much of a client link as is wrapped here. */
interface Link<Context> {
  call(
    path: readonly string[],
    input: unknown,
    options: { readonly signal?: AbortSignal | undefined; readonly context: Context },
  ): Promise<unknown>;
}

/**
 * One intent, one act: a call that is made again, word for word, while its twin is still under way – a double click, a
 * key pressed twice – is the same act and gets the same answer. Calls that can be aborted are reads and go their own way.
 */
export function shareInFlight<Context>(link: Link<Context>): Link<Context> {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    call(path, input, options) {
      if (options.signal) return link.call(path, input, options);
      const act = JSON.stringify([path, input]);
      const twin = underWay.get(act);
      if (twin) return twin;
      const answer = link.call(path, input, options).finally(() => underWay.delete(act));
      underWay.set(act, answer);
      return answer;
    },
  };
}
