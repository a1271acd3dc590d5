import type { Subject } from "../../parse/scene-spec";

/** Size of one kind against the largest of the picture; softened, so that the small one still reads. */
export function statureAmong(subject: Subject, all: readonly Subject[]): number {
  const largest = Math.max(...all.map(statureOf));
  return 1.12 * (statureOf(subject) / largest) ** 0.75;
}

/** How large things are beside each other; a person is 1. The first pattern that fits counts. */
const STATURES: readonly (readonly [pattern: RegExp, stature: number])[] = [
  [/^star$|snowflake|^fairy$|torch|tumbler|butterfly|bee$|^ant$|lady|cherries|strawberry|egg$|^ring$|^key$|candy|cookie/, 0.3],
  [
    /^candle$|mushroom|snail|mouse|lemon|tangerine|apple|pear|peach|croissant|doughnut|beverage|teacup|tulip|rose|flower|daisy|poppy|^bird$|frog|hamster|dove/,
    0.42,
  ],
  [
    /^cat|rabbit|owl|duck|rooster|chipmunk|hedgehog|penguin|served|^plate$|open-box|wine-glass|book|light-bulb|table-lamp|gramophone|typewriter|high-heeled|teapot|cake|pizza|bread|camera|fish/,
    0.52,
  ],
  [/dog|fox|wolf|goat|^pig|ewe|^ram$|koala|raccoon|swan|turtle|peacock|flamingo|monkey|eagle/, 0.66],
  [
    /throne|fridge|^stove$|floor-lamp|bookshelf|fireplace|wizard|witch|pirate|samurai|viking|cowboy|^angel|knight|ballerina|mermaid|^chef$|doctor|nurse|firefighter|^police$|soldier|geisha|^nun$|priest|vampire|farmer|painter|keeper|^elf$|statue|pillar|well$|signpost|stairs/,
    1,
  ],
  [/chair|bench|^table$|^wall$|guitar|bicycle|scooter|^robot$|bear|panda|lion|tiger|leopard|gorilla|snowman|kangaroo/, 0.9],
  [
    /lamppost|^harp$|chandelier|gate$|pier$|wagon|haystack|deer|horse|cow|^ox$|buffalo|zebra|unicorn|camel|couch|^bed$|motorcycle|moose|bison/,
    1.15,
  ],
  [
    /automobile|taxi|truck|^bus$|tractor|rowboat|canoe|locomotive|tram|grand-piano|submarine|elephant|giraffe|mammoth|sauropod|t-rex|dragon$/,
    1.4,
  ],
  [
    /market-stall|house|^hut$|igloo|waterfall|iceberg|castle|church|tree|whale|ship|sailboat|rocket|airplane|ferris|tower|hotel|hot-air-balloon|tent|windmill|skyscraper|volcano|desert-island|bridge|pyramid|ruins|obelisk|airship|pagoda|arch$/,
    1.7,
  ],
];

function statureOf(subject: Subject): number {
  if (subject.shape.kind === "figure") return subject.shape.figure === "girl" || subject.shape.figure === "boy" ? 0.75 : 1;
  if (subject.shape.kind === "lathe") return subject.shape.shape === "lighthouse" ? 1.7 : subject.shape.shape === "cup" ? 0.44 : 0.6;
  const { icon } = subject.shape;
  return STATURES.find(([pattern]) => pattern.test(icon))?.[1] ?? 0.8;
}
