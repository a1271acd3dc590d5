import type { Place } from "../lexicon/places";
import { isWatercraft } from "../lexicon/subjects";
import type { Subject } from "./scene-spec";

const AT_SEA = /^pier$|^desert-island$|^keeper$|sail|ship|boat|canoe|whale|dolphin|anchor/;
const ON_LAND =
  /^(?:tent|hut|house|bear|wolf|fox|deer|horse|cow|ewe|goat|dog|cat|lion|tiger|elephant|giraffe|camel|rabbit|chair|bench|campfire|palm-tree|automobile|bicycle)$/;
const UNDER_WATER = /fish|octopus|turtle|jelly|coral|shark|squid|crab|lobster|shrimp|shell|mermaid|submarine/;
const IN_SPACE = /rocket|astronaut|saucer|satellite|alien|comet|ringed|telescope/;
const IN_TOWN = /lamppost|fire-engine|automobile|taxi|bus$|truck|tram|bicycle|scooter|motorcycle|police|traffic/;
const OUTDOORS =
  /^rainbow$|^picnic-blanket$|^market-stall$|house|castle|hut|tent|tree|deer|horse|wolf|fox|(?<!teddy-)bear|cow|sheep|ewe|(?<!b)owl|lion|tiger|elephant|giraffe|rabbit|dog|cat|goat|pig|ram|monkey|zebra|kangaroo|hedgehog|bird|eagle|dove|flower|tulip|rose|sunflower|daisy|poppy|tractor|unicorn|dragon|balloon|kite|windmill|ferris|waterfall|^wall$|bench|butterfly|bee|robot|camel|moose|bison|gorilla|panda|swan|duck|rooster|peacock|flamingo|parrot|sauropod|t-rex|mammoth|church|airplane|helicopter|frog|snake|lizard|chipmunk|koala|crocodile|goose|fountain|mosque|classical-building|^bridge$|windmill|^gate$|statue|stairs|fence|wizard|witch|pirate|samurai|viking|cowboy|fairy|angel|^tower$|pagoda|^well$|campfire|signpost|wagon|haystack|^arch$|pillar|ruins|obelisk|airship|fountain|raccoon|leopard|hamster|volcano|^knight$|farmer|^elf$|gnome|soldier|firefighter|geisha|pumpkin|^mouse(?:-face)?$|gorilla/;
/** What stands on a table. */
export const ON_TABLE =
  /croissant|coffee|beverage|cake|bread|apple|pear|lemon|tangerine|grape|cherries|strawberry|banana|melon|pineapple|sushi|pizza|hamburger|cheese|egg|doughnut|cookie|teacup|pot|bowl|pie|honey|carrot|potato|tomato|avocado|pepper|mushroom|sandwich|pretzel|bagel|waffle|pancakes|tumbler|typewriter|served-|^plate$|salad|ice|chocolate|candy|bouquet|book/;

/** A place that suits the things where none was named. */
export function placeForSubjects(all: readonly Subject[]): Place {
  // Who is in a boat is where the boat is.
  const subjects = all.filter((_, at) => !isCarriedByBoat(all, at));
  const icons = subjects.flatMap((subject) => (subject.shape.kind === "icon" ? [subject.shape.icon] : []));
  const some = (pattern: RegExp) => icons.some((icon) => pattern.test(icon));
  if (icons.includes("table")) return "interior";
  const lathe = subjects.find((subject) => subject.shape.kind === "lathe");
  if (lathe?.shape.kind === "lathe")
    return lathe.shape.shape === "lighthouse" ? (standAshore(subjects, "sea") ? "beach" : "sea") : icons.length > 0 ? "table" : "studio";
  if (icons.includes("skyscraper")) return "city";
  // Where a tent and a bear stand beside it, the boat lies on the shore.
  if (some(AT_SEA)) return some(ON_LAND) ? "beach" : "sea";
  if (some(UNDER_WATER)) return "underwater";
  if (some(IN_SPACE)) return "space";
  if (some(IN_TOWN) && !some(/house|hut|castle|tent|tree/)) return "street";
  if (some(/cactus|camel|pyramid/)) return "desert";
  if (some(/penguin|igloo|iceberg|snowman|polar|skier|sled/)) return "snow";
  if (
    some(
      /couch|bed$|chair|lamp$|^fridge$|^stove$|bathtub|television|grand-piano|^harp$|gramophone|chandelier|musical-keyboard|fireplace|bookshelf|throne/,
    )
  )
    return "interior";
  if (some(OUTDOORS))
    return some(/wolf|fox|deer|(?<!b)owl|(?<!teddy-)bear|mushroom|hedgehog|waterfall|campfire|witch|wizard|fairy/) ? "forest" : "meadow";
  if (some(ON_TABLE)) return "table";
  return "studio";
}

/** Things that no boat carries and that neither swim, float nor fly. The houses of a lake stand on its far shore. */
export function standAshore(subjects: readonly Subject[], water: Place): boolean {
  const ashore = subjects.filter((subject, at) => {
    const { shape, isAloft, relation } = subject;
    const isAtHand = relation?.kind === "wearing" || relation?.kind === "holding";
    if (isAloft || isAtHand || isCarriedByBoat(subjects, at) || shape.kind === "lathe") return false;
    return shape.kind === "figure" || !IN_OR_OVER_WATER.test(shape.icon);
  });
  return water === "lake" ? ashore.some(({ shape }) => shape.kind !== "icon" || !BUILT.test(shape.icon)) : ashore.length > 0;
}

const IN_OR_OVER_WATER =
  /^pier$|^bridge$|island|iceberg|sail|ship|boat|canoe|whale|dolphin|anchor|fish|octopus|turtle|jelly|shark|squid|seal|otter|mermaid|submarine|swan|duck|goose|flamingo|bird|dove|eagle|owl|parrot|balloon|airship|kite|airplane|helicopter|butterfly|bee$|dragon|rocket|saucer|moon|sun|star|comet|cloud|rainbow|rock|lotus|buoy|penguin|frog|crocodile|hippo|waterfall|volcano|^branch$/;
/** What settles on the far shore of a lake. */
const BUILT =
  /house|hut|castle|tent|church|tower|temple|statue|hotel|school|factory|building|tree|cactus|ferris|windmill|pyramid|ruins|obelisk|pagoda|volcano|skyscraper/;

/** Whether it stands on a boat or sits in it. */
function isCarriedByBoat(subjects: readonly Subject[], at: number): boolean {
  return subjects.some(
    ({ shape, relation }) =>
      shape.kind === "icon" && isWatercraft(shape.icon) && relation?.to === at && (relation.kind === "on" || relation.kind === "inside"),
  );
}

/** "Six fish below a boat" are seen where they swim, and the boat over them. */
export function isSeenUnderWater(subjects: readonly Subject[]): boolean {
  return subjects.some(({ shape, relation }) => {
    const other = subjects[relation?.to ?? -1]?.shape;
    if (shape.kind !== "icon" || other?.kind !== "icon") return false;
    const [upper, lower] =
      relation?.kind === "below" ? [shape.icon, other.icon] : relation?.kind === "above" ? [other.icon, shape.icon] : ["", ""];
    return isWatercraft(upper) && UNDER_WATER.test(lower);
  });
}
