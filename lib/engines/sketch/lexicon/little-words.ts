/** Words that carry no picture of their own; neither acted on nor reported as ignored. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at and with by for to from into as its it is are over near very style light lighting shot view scene hour time " +
    "high quality detailed beautiful art image picture illustration digital 8k 4k hd made some there this that which while front " +
    "left right next one lone single alone lonely standing sitting lying floating drawn painted composition full of colour color colours " +
    "colors palette tone tones look looking inside outside through along across against around or but his her their my our your not up down angle"
  ).split(" "),
);

/** Words that only hold a sentence together. Of every other word a report says whether it was followed. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at and or but with by for to from into as its it is are was were be s his her their my our your there this that " +
    "these those which who while one 1 some has have coloured colored landscape made drawn painted picture image"
  ).split(" "),
);

const COMPANION =
  /^(?:style|light|lighting|shot|view|scene|tones?|palette|colou?rs?|hour|time|art|drawing|painting|illustration|angle|backgrounds?|backdrop|sky|skies)$/;

/** Whether a word says no more than the one before it: the style of "watercolour style", the lighting of "soft lighting". */
export function isCompanion(word: string): boolean {
  return COMPANION.test(word);
}
