/** "2 prompts" as a part of a list; none for none. */
export const counted = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
