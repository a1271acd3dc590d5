/**
 * Calls about the same thing go one after another, in the order they were asked for; the others at once. Two answers that
 * overtake each other would leave the older choice standing.
 */
export function createInOrder(): <Answer>(keys: readonly string[], call: () => Promise<Answer>) => Promise<Answer> {
  const last = new Map<string, Promise<unknown>>();
  return (keys, call) => {
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const answer = before.length === 0 ? call() : Promise.allSettled(before).then(call);
    for (const key of keys) last.set(key, answer);
    const forget = () => {
      for (const key of keys) if (last.get(key) === answer) last.delete(key);
    };
    answer.then(forget, forget);
    return answer;
  };
}
