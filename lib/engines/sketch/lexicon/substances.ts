/** What a thing may be said to be made of, before its name: "a red wooden boat". None of it shows but in the colour of bricks. */
const SUBSTANCES =
  /^(?:wooden|wood|timber|oak|bamboo|leather|velvet|suede|rubber|brick|stone|marble|granite|concrete|silk|satin|wool|woollen|woolen|linen|cotton|denim|paper|cardboard|straw|wicker|plush|knitted|iron|tin|copper|bronze)$/;

export function isSubstance(word: string): boolean {
  return SUBSTANCES.test(word);
}

/** The colour that bricks give a wall where no other was said. */
export const BRICK = "terracotta";
