/**
 * What the noun list gets wrong. It grew from the search words of an emoji set, where "move" finds a rickshaw and "above" an
 * envelope: right for finding a symbol, wrong for painting what somebody wrote.
 */

/** Search words that name no such thing. Some are verbs and adjectives, some name another thing, some are nobody's word for it. */
const DENIED: ReadonlySet<string> = new Set(
  (
    "abandon above accessories acidic address affection african alcohol american amusement ancient angel announcement appetizer " +
    "aquarius archer architect arrest arrival arrow artist arts asia asian assist athletics attraction award awesome bags bait " +
    "ballot balls band bar bart bbcall beads beat bees berries bills biologist birdie birds blade blind blood board bolt bones " +
    "boom brass break brief brightness broadcast broken bronze build buildings bullettrain button cabinet caffeine calculate " +
    "calculation call canada cancer capricorn carbonation cardboard cards carnival carpenter cars casual catch cause caution " +
    "ceremony chains charm chart checkin chill chinese chirp chop christ cinema circus citric classroom clean click climb cloth " +
    "coaster coins college communication compose compress compression concert condiment congratulations console constraint " +
    "construction container contest cork count countdown cover create creature credentials croak crook crop culture cupertino " +
    "curl danger data database date deadline december decoration decreasing degree demonstration dental departure design dhikr " +
    "dial diesel direction disaster disc disco disease dish disk dividers doctor document documents dolls done drama drip drops " +
    "drugs drumsticks drunk dupe dusk east education eeyore eggs election electronic engine entertainment entrance environment " +
    "european event evict evil exercise exit expendable expenses experiment explode explosion extinct eyes eyesight facsimile " +
    "fairness fashion favorite festival films find flamboyant flash flight float flour fluctuate footprints force formal frame " +
    "frames french friend furniture future gadgets gamble garden gate genetics gentleman germs glide goosebumps graph groceries " +
    "ground handle hands hang harm headline heal heels herd here hoist hole horns houses hurt hygiene idea ikea increasing index " +
    "instructment instrument international interstate islam italian japanese jazz jemima joint joker judaism kick kills kitchen " +
    "knit knowledge launch lawn leader leftovers leg legal legume length lift like liquid literature load location londoneye " +
    "lunch machine magic magnetic mark marriage mask math meal mecca medicine meditation mediterranean meow meridians mexican " +
    "mojito move mugs mute mystical myth nation navigation neck needle net newyork nib noise nose note notes notification oink " +
    "oldschool orbit orchestra order outdoors outerspace pageant paper pass password pawn payment percussion period pest pests " +
    "petroleum picnic piece pin playground plush pod podcast pointe pole pollution popper postal power present presentation " +
    "press prints program progress propose protection public punk purchase quench race random ray rebound receiver record " +
    "reflection relax rest rings roar rodent roll root rung sale sales salon sanfrancisco sasha save schedule scientist score " +
    "scorpio scout screen screw search season secret semaphore service shaker sharp shave shine sight signal silence skewer " +
    "slash slider snack soar sound space sparkle sparkles speculum sports spots staffmode stats stink stitches stone stop " +
    "structure student suits suitup sunset supernature superstition support sustain sutures sven sweden sweet swim swirl swiss " +
    "tabletop tableware taekwondo taiwan tape team temperature tentacles theater third thunder tickets titanic tomatoes tone " +
    "tools track trap tray treble tropical trunk tube twilight type uber ultimate valentines vampire vegas violence voltage " +
    "volume vote wait wake weapon weight windmill wings witch wool worship wrap zoom zoomin"
  ).split(" "),
);

/** Words whose drawing is another one than the list says, and everyday words that it lacks. */
const SENSES: Readonly<Record<string, string>> = {
  alsatian: "dog",
  ape: "gorilla",
  ball: "soccer-ball",
  barn: "hut",
  beagle: "dog",
  beer: "beer-mug",
  blueberry: "blueberries",
  bonsai: "potted-plant",
  boots: "hiking-boot",
  boulder: "rock",
  box: "package",
  building: "office-building",
  bull: "ox",
  bulldog: "dog",
  cabin: "hut",
  calf: "cow",
  cap: "billed-cap",
  carousel: "carousel-horse",
  cathedral: "church",
  cello: "violin",
  chameleon: "lizard",
  cheese: "cheese-wedge",
  cheetah: "leopard",
  chimpanzee: "monkey",
  chocolate: "chocolate-bar",
  circus: "circus-tent",
  corgi: "dog",
  cottage: "house",
  collie: "dog",
  crow: "bird",
  crystal: "gem-stone",
  cypress: "evergreen-tree",
  dandelion: "white-flower",
  dachshund: "dog",
  dalmatian: "dog",
  daisy: "white-flower",
  dice: "game-die",
  doll: "teddy-bear",
  elk: "deer",
  falcon: "eagle",
  fern: "herb",
  flag: "flag-in-hole",
  flowerpot: "potted-plant",
  fork: "fork-and-knife",
  foal: "horse",
  fruit: "red-apple",
  gecko: "lizard",
  galleon: "sailboat",
  goldfish: "fish",
  hare: "rabbit",
  hawk: "eagle",
  hoodie: "coat",
  hourglass: "hourglass-not-done",
  hummingbird: "bird",
  hat: "top-hat",
  husky: "dog",
  labrador: "dog",
  island: "desert-island",
  jaguar: "leopard",
  jeep: "sport-utility-vehicle",
  jet: "airplane",
  kitten: "cat",
  kitty: "cat",
  koi: "tropical-fish",
  ladybug: "lady-beetle",
  letter: "envelope",
  lock: "locked",
  lorry: "delivery-truck",
  mailbox: "closed-mailbox-with-lowered-flag",
  money: "money-bag",
  museum: "classical-building",
  oak: "deciduous-tree",
  orchid: "hibiscus",
  orange: "tangerine",
  palace: "castle",
  pigeon: "dove",
  plane: "airplane",
  plant: "potted-plant",
  pony: "horse",
  puppy: "dog",
  pug: "dog",
  retriever: "dog",
  raven: "bird",
  reindeer: "deer",
  robin: "bird",
  seagull: "dove",
  gull: "dove",
  shed: "hut",
  shirt: "t-shirt",
  shoe: "running-shoe",
  shoes: "running-shoe",
  shop: "convenience-store",
  skeleton: "skull",
  shrine: "shinto-shrine",
  sparrow: "bird",
  speaker: "speaker-high-volume",
  spaniel: "dog",
  terrier: "dog",
  greyhound: "dog",
  stag: "deer",
  steak: "cut-of-meat",
  stool: "chair",
  supermarket: "convenience-store",
  swallow: "bird",
  sweater: "t-shirt",
  sword: "dagger",
  teacup: "teacup-without-handle",
  temple: "classical-building",
  torii: "shinto-shrine",
  tie: "necktie",
  toucan: "parrot",
  toy: "teddy-bear",
  trousers: "jeans",
  van: "minibus",
  walrus: "seal",
  wheat: "sheaf-of-rice",
  wristwatch: "watch",
  willow: "deciduous-tree",
};

/** The drawing a word means after all; `undefined` where the list is right, `null` where the word names nothing. */
export function senseOf(noun: string): string | null | undefined {
  if (Object.hasOwn(SENSES, noun)) return SENSES[noun];
  return DENIED.has(noun) ? null : undefined;
}
