/** Words that carry no picture of their own; neither acted on nor reported as ignored. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at and with by for to from into as its it is are over near very style light lighting shot view scene hour time " +
    "high quality detailed beautiful art image picture illustration digital 8k 4k hd made some there this that which while front " +
    "left right next one lone single alone lonely standing sitting lying floating drawn painted composition full of colour color colours " +
    "colors palette tone tones look looking inside outside through along across against around or but his her their my our your not up down angle"
  ).split(" "),
);
