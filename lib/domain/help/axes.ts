/** An axis of the rules: what it is called, the values it offers, and by which words a prompt already says where it stands on it. */
export interface Axis {
  readonly name: string;
  /** Other words people name it by. */
  readonly also: readonly string[];
  readonly values: readonly string[];
  /** Phrases that give way whole, with the preposition and the article before them. Patterns. */
  readonly phrases: readonly string[];
  /** Words before a noun: they give way and the noun stays. Patterns. */
  readonly modifiers: readonly string[];
  /** The values are adjectives: one takes the very place of the old one. */
  readonly isAdjective?: true;
}

/** A word that does not begin the next thought: what an adjective between article and noun may be. */
const ANY = "(?!(?:and|or|with|in|on|at|by|of|under|over|from|through|near|beside|behind|to|while)\\b)[\\p{L}'’-]+";

const HOUR = "golden hour|blue hour|magic hour";
const DAYTIME =
  "dawn|daybreak|dusk|sunrise|sun-?up|sunset|sundown|twilight|noon|midday|midnight|morning|afternoon|evening|night|nightfall|night-?time|daytime";
const TIMES = [
  `(?:(?:just|shortly) )?(?:early |late |mid-?)*(?:${HOUR}|${DAYTIME})`,
  `${ANY} (?:sunset|sunrise|dusk|dawn|twilight|evening|night|morning|afternoon)`,
  "(?:starry |clear |dark )?(?:night|evening|morning|sunset|dusk|dawn|twilight|starry) sky",
];
const LIGHTS_OF_A_TIME = [
  `(?:${HOUR}|${DAYTIME}) (?:light|sun|glow)`,
  "(?:soft |hard |harsh |warm |bright |low |pale |cool )*(?:midday|noon|morning|evening|afternoon|setting|rising) (?:sun|light|glow)",
  "(?:soft |pale |cold |bright )?(?:moonlight|starlight)",
];

const LIGHT_SOURCE =
  "(?: (?:(?:filtering |streaming |falling |coming |pouring )?(?:in )?(?:from|through|against|between)) (?:the |an? )?(?:[\\p{L}-]+ ){0,2}?(?:windows?|blinds|curtains|doorway|door|side|left|right|above|below|behind|background|trees|leaves|branches|clouds|lamps?|fire|candles?|lanterns?|screens?|moon|sun|sky|stage))?";
const QUALITY =
  "(?:soft|warm|cool|cold|hard|harsh|bright|dim|dark|low|gentle|diffused?|natural|ambient|dramatic|cinematic|golden|silvery|pale|moody|strong|flat|even|clear|volumetric|dappled|artificial|available|early|late|morning|evening|afternoon|midday|noon|dawn|dusk|sunset|sunrise|twilight|night|winter|summer|autumn|spring|golden[ -]hour|blue[ -]hour|magic[ -]hour|overcast|studio|neon|rim|back|side|top|key|fill|ring|spot|stage|street|window|candle|lamp|moon|fire|lantern|blue|red|green|amber|orange|pink|purple|yellow|white|high-key|low-key|softbox|rembrandt|butterfly|split|three-point|northern|fluorescent|tungsten|incandescent)";
const LIGHTS = [
  `(?:${QUALITY}(?:,? and |, | )){1,4}(?:light|lighting|lights|glow|illumination|backlight|sunlight|daylight|sunshine|moonlight|candlelight)${LIGHT_SOURCE}`,
  `(?:light|lighting|sunlight|daylight|moonlight|starlight|candlelight|lamplight|firelight|torchlight|backlight|backlighting|sunshine|chiaroscuro|god rays|neon|neon glow|contre-jour)${LIGHT_SOURCE}`,
  "(?:(?:soft|hard|harsh|bright|low|warm|midday|noon|morning|evening|afternoon|setting|rising|winter|summer|full|blazing|pale|hot) ){1,3}sun",
  "(?:soft|hard|long|deep|harsh|dramatic) shadows?",
  "(?:softly |dimly |warmly |brightly |harshly |evenly |well[ -])?lit(?: (?:from (?:behind|above|below|the side|within|the left|the right)|by (?:(?:an?|the) )?(?:single )?(?:candles?|lamps?|fire|lanterns?|neon|moon|sun|torch(?:es)?|spotlight|screens?)))?",
  "(?:high-key|low-key|overcast|sunlit|moonlit|candlelit|backlit|neon-lit)",
];

const SEEN_FROM = "(?:above|below|behind|afar|far away|the side|the front|the ground|a distance|high up|up high|overhead|low down)";
const CAMERA = [
  "(?:extreme |medium |tight )?close[ -]?up(?: shot| view)?",
  "(?:extreme |very )?(?:wide|long|full|full-body|medium|establishing|two|cowboy|mid)(?:-angle)? shot",
  "(?:ultra-?)?wide[ -]angle(?: lens| shot| view)?",
  "(?:(?:extreme|very|slightly) )?(?:low|high|dutch|eye-level|tilted|oblique)[ -]angle(?: shot| view)?",
  "eye[ -]level(?: medium)?(?: shot| view)?",
  "(?:bird'?s?|bird’s|worm'?s?|worm’s)[ -]eye(?: view| shot)?",
  "(?:aerial|overhead|top-down|drone|panoramic|isometric|side|front|rear|three-quarter|point-of-view|first-person)(?: view| shot| angle)",
  "(?:aerial|overhead|top-down|isometric)",
  "over-the-shoulder(?: view| shot)?",
  `(?:seen|viewed|shot|photographed|filmed|taken) from ${SEEN_FROM}`,
  `(?<!(?:light|lighting|lit|rain|falling) )from ${SEEN_FROM}`,
  "(?:shot on |through )?(?:an? )?\\d{2,3} ?mm(?: portrait| wide-angle| telephoto| macro| prime)?(?: lens)?",
  "(?:long )?telephoto(?: lens| view| shot)?",
  "(?:fisheye|portrait|macro|prime|zoom|anamorphic)(?: lens| shot| view)",
  "(?:fisheye|tilt-shift|macro|pov|bokeh)",
  "(?:very |extremely )?(?:shallow |deep )?depth of field",
  "f/\\d{1,2}(?:\\.\\d)?",
  "(?:tracking|dolly|crane|handheld|steadicam) shot",
];

const SEASON =
  "(?:early |late |mid-?|deep |high |full |the height of )*(?:(?<!(?:hot|mineral|thermal) )spring(?!s\\b| (?:water|onions?|rolls?|mattress)\\b)|summer|autumn|winter)";
const SEASONS = [
  `(?:${SEASON}|fall)(?:time)?(?: ?['’]s)?(?: day| morning| afternoon| evening)?`,
  "(?:last|first) (?:warm |cold )?days? of (?:the year|spring|summer|autumn|winter)",
];

const WEATHER = [
  "(?:clear|blue|cloudless|cloudy|overcast|stormy|grey|gray|leaden|dramatic|heavy|dark|bright|open|sunny|rainy|hazy)(?: blue| grey)? (?:sk(?:y|ies)|weather|day)",
  "(?:light |heavy |pouring |driving |thick |dense |falling |fresh |deep |gentle |soft |fine |warm |cold |swirling |drifting |strong |gusty |howling |sudden |summer |morning |sea |low |dark |early |thin |passing |gathering )*(?:rain|drizzle|downpour|rainfall|fog|mist|haze|snow|snowfall|snowstorm|blizzard|thunderstorm|storm|sandstorm|hail|sleet|wind|breeze|clouds|overcast|sunshine)",
];

const MEDIUM =
  "(?:water ?colou?r|gouache|tempera|oils?|acrylics?|ink|ink wash|pencil|coloured pencil|charcoal|pastels?|chalk|crayons?|risograph|linocut|woodcut|screen ?print|etching|engraving|digital|vector|flat vector|halftone|comic(?: book)?|manga|anime|3d|pixel|line|concept|fresco|mosaic|papercut|paper cut-?out|embroidery|collage|claymation|stop-motion|film|polaroid|analogue|analog)";
const WORK =
  "(?:paintings?|drawings?|sketch(?:es)?|prints?|illustrations?|renders?|rendering|art|artwork|comic|panel|strip|still|photos?|photographs?|photography|animation|cartoon)";
const MEDIA = [
  `(?:(?:loose|delicate|fine|rough|quick|vintage|old|minimalist|modern|classic|expressive|flat|simple|traditional|japanese|colou?r|black-and-white|studio|editorial|candid|documentary|35mm) ){0,2}(?:${MEDIUM}(?: ${WORK})?|${MEDIUM} ${WORK}|photos?|photographs?|photography|photo-?realis(?:tic|m)|snapshot|cel animation)(?: style)?`,
  `(?:an?|the) (?:[\\p{L}-]+ )?(?:painting|drawing|sketch|illustration|render|cartoon|picture)(?= of\\b)`,
  `^(?:painting|drawing|sketch|illustration|render|cartoon)(?=$)`,
  "(?:in )?(?:the )?(?:style|manner) of [^,;.!?\\uE000-\\uF8FF]+",
  "(?:in )?(?:an? )?[\\p{L}-]+ style",
];

const MOOD =
  "(?:calm|serene|quiet|peaceful|tranquil|moody|dramatic|melancholic|melancholy|nostalgic|dreamy|dreamlike|ethereal|mysterious|eerie|ominous|spooky|gloomy|playful|cheerful|joyful|joyous|happy|sad|cosy|cozy|elegant|tense|lonely|hopeful|romantic|whimsical|majestic|epic|uplifting|sombre|somber|menacing|wistful|solemn|festive)";
const MOODS = [
  `${MOOD}(?:(?:,? and |, ?| )${MOOD})*(?! (?:light|lighting|shadows?)\\b)`,
  "(?:mood|atmosphere|feeling|sense|air) of (?:calm|melancholy|nostalgia|mystery|joy|tension|serenity|peace|dread|hope|loneliness|wonder)",
];

const COLOUR =
  "(?:red|orange|yellow|green|blue|purple|violet|pink|teal|coral|turquoise|cyan|magenta|brown|beige|cream|ochre|gold|silver|black|white|grey|gray|navy|crimson|amber|mint|lavender|olive|rust|sage|terracotta|indigo)";
const PALETTES = [
  "(?:(?:muted|soft|warm|cool|cold|earthy|earth|pastel|vivid|bright|bold|deep|dark|jewel|faded|vintage|washed-out|neutral|natural|saturated|desaturated|limited|monochrome|monochromatic|pale|rich|neon|autumnal|complementary|two|three|primary|" +
    `${COLOUR})(?:,? and |, | |-)){1,5}(?:colou?r )?(?:palette|tones?|colou?rs|hues|shades|colou?r scheme)`,
  `palette of ${COLOUR}(?:(?:,? and |, )${COLOUR})*`,
  `(?<=in )${COLOUR} and ${COLOUR} only`,
  "(?<=in )(?:soft |muted |pale )?pastels",
  "(?<=in )black and white|^black and white(?=$)|black and white(?= (?:photo|film|picture|image)|$)",
  "(?:monochrome|monochromatic|sepia|duotone|grayscale|greyscale)(?: tones?)?",
];

const COMPOSITIONS = [
  "(?:(?:perfectly |strictly )?(?:centred|centered|symmetrical|asymmetrical|balanced|minimal|minimalist|diagonal|dynamic|off-cent(?:re|er))(?: and )?){1,2}(?: composition| framing| layout)?",
  "(?:off-cent(?:re|er) )?(?:with )?(?:lots of |much |plenty of |generous )?(?:empty|negative|copy) space(?: (?:to|on|at|in) the (?:left|right|top|bottom|centre|center)| above| below| around it)?",
  "rule[ -]of[ -]thirds",
  "seen through (?:an? )?(?:frame|window|doorway|arch|keyhole|leaves)(?: in the foreground)?",
  "small in (?:an? )?(?:[\\p{L}-]+ ){0,2}(?:scene|frame|landscape)",
  "filling the (?:whole |entire )?frame",
  "(?:strong |bold )?diagonals?",
];

const GROUND =
  "(?:meadow|field|forest|woods?|woodland|jungle|rainforest|streets?|alley|lane|road|highway|city|town|village|square|plaza|market|sea|seaside|ocean|lake|pond|river|stream|waterfall|beach|shore|coast|cliffs?|island|desert|dunes?|mountains?|mountainside|hills?|hillside|valley|canyon|gorge|cave|garden|greenhouse|orchard|vineyard|park|playground|kitchen|bedroom|bathroom|living room|room|hall|hallway|corridor|studio|office|classroom|library|museum|gallery|church|cathedral|temple|castle|palace|caf[eé]|restaurant|bar|shop|supermarket|hotel|lobby|station|platform|airport|harbou?r|port|pier|dock|bridge|rooftop|balcony|terrace|courtyard|backyard|farm|barn|stable|factory|warehouse|workshop|garage|parking lot|stadium|theat(?:re|er)|stage|savannah?|tundra|swamp|marsh|glacier|steppe|prairie|space|table|desk|shelf|counter|windowsill|bench)";
const TOWN =
  "(?:Paris|London|Tokyo|Kyoto|Osaka|Berlin|Hamburg|Munich|Vienna|Zurich|Rome|Venice|Florence|Milan|Naples|Madrid|Barcelona|Lisbon|Porto|Amsterdam|Brussels|Copenhagen|Stockholm|Oslo|Bergen|Helsinki|Reykjavik|Dublin|Edinburgh|Prague|Budapest|Warsaw|Athens|Istanbul|Marrakesh|Marrakech|Cairo|Dubai|Mumbai|Delhi|Bangkok|Hanoi|Singapore|Hong Kong|Shanghai|Beijing|Seoul|Sydney|Melbourne|New York|Brooklyn|Manhattan|Chicago|Los Angeles|San Francisco|Havana|Mexico City|Lima|Rio|Buenos Aires|Iceland|Norway|Japan|Italy|France|Spain|Greece|Scotland|Ireland|Tuscany|Provence|Morocco|India|Antarctica)";
const PLACES = [
  `(?:in front of|in the middle of|on the edge of|at the edge of|on top of|in|at|on|by|near|over|above|across|along|beside|inside|outside|behind|against|through|under|within|into) (?:(?:an?|the|some|its|his|her|their) )?(?:${ANY} ){0,3}(?:${GROUND}|background|backdrop)(?: (?:street|floor|background))?(?: of ${TOWN})?(?: in ${TOWN})?`,
  `(?:in|at|near|outside) (?:${TOWN})`,
  `(?:(?:plain|simple|solid|blurred|blurry|clean|gradient|neutral|minimal|dark|light|bright|soft|pale|seamless|empty|busy|studio|${COLOUR}) ){0,3}(?:background|backdrop)`,
  `^(?:an? |the )?(?:${ANY} ){0,2}${GROUND}`,
];

export const AXES: readonly Axis[] = [
  {
    name: "lighting",
    also: ["light", "lights"],
    values: [
      "golden hour light",
      "soft overcast light",
      "hard midday sun",
      "blue hour light",
      "rim light against a dark background",
      "candlelight",
      "neon light",
      "moonlight",
      "light through a window",
      "high-key studio light",
    ],
    phrases: [...LIGHTS, ...TIMES],
    modifiers: [
      "sunlit",
      "sunny",
      "moonlit",
      "candlelit",
      "backlit",
      "neon-lit",
      "lamplit",
      "firelit",
      "(?:softly|dimly|warmly|brightly|harshly|evenly|well)[ -]lit",
      `overcast`,
      "high-key",
      "low-key",
    ],
  },
  {
    name: "camera",
    also: ["angle", "shot", "framing", "lens", "view", "viewpoint"],
    values: [
      "close-up",
      "wide shot",
      "low angle",
      "seen from above",
      "eye-level medium shot",
      "macro with a shallow depth of field",
      "85mm portrait lens",
      "24mm wide-angle lens",
      "over-the-shoulder view",
      "long telephoto view",
    ],
    phrases: CAMERA,
    modifiers: ["macro", "close-up", "wide-angle", "telephoto", "fisheye", "panoramic", "aerial", "isometric"],
  },
  {
    name: "season",
    also: ["seasons"],
    values: ["in early spring", "in high summer", "in autumn", "in deep winter", "on the last warm day of the year"],
    phrases: SEASONS,
    modifiers: [`${SEASON}`, "autumnal", "wintry", "summery"],
  },
  {
    name: "time of day",
    also: ["time", "hour", "daytime"],
    values: ["at dawn", "in the early morning", "at noon", "in the late afternoon", "at sunset", "at dusk", "at night", "before sunrise"],
    phrases: [...TIMES, ...LIGHTS_OF_A_TIME],
    modifiers: ["sunset", "sunrise", "night-?time", "moonlit", "starlit"],
  },
  {
    name: "weather",
    also: ["sky"],
    values: [
      "under a clear sky",
      "in light rain",
      "in thick fog",
      "in falling snow",
      "before a storm",
      "under drifting clouds",
      "after the rain",
      "in strong wind",
    ],
    phrases: WEATHER,
    modifiers: [
      "rainy",
      "foggy",
      "misty",
      "snowy",
      "stormy",
      "cloudy",
      "windy",
      "hazy",
      "overcast",
      "rain-?(?:soaked|swept)",
      "windswept",
      "sunny",
      "thundery",
    ],
  },
  {
    name: "medium",
    also: ["technique", "style", "manner"],
    values: [
      "watercolour",
      "gouache",
      "oil painting",
      "ink drawing",
      "pencil drawing",
      "risograph print",
      "flat vector illustration",
      "halftone comic",
      "pastel",
      "photograph",
    ],
    phrases: MEDIA,
    modifiers: [],
  },
  {
    name: "mood",
    also: ["feeling", "emotion", "atmosphere", "tone"],
    values: ["calm", "dramatic", "playful", "melancholic", "mysterious", "cheerful", "dreamy", "tense", "nostalgic", "majestic"],
    phrases: MOODS,
    modifiers: [],
    isAdjective: true,
  },
  {
    name: "palette",
    also: ["colour", "color", "colours", "colors"],
    values: [
      "in muted earth tones",
      "in a cool blue palette",
      "in a warm red and orange palette",
      "in black and white",
      "in soft pastels",
      "in teal and coral only",
      "in deep jewel colours",
      "in faded vintage colours",
    ],
    phrases: PALETTES,
    modifiers: ["monochrome", "monochromatic", "sepia", "duotone", "black-and-white"],
  },
  {
    name: "composition",
    also: ["layout", "arrangement"],
    values: [
      "centred and symmetrical",
      "off-centre with empty space to the right",
      "seen through a frame in the foreground",
      "small in a wide empty scene",
      "filling the frame",
      "on a strong diagonal",
    ],
    phrases: COMPOSITIONS,
    modifiers: ["centred", "centered", "symmetrical", "asymmetrical", "off-cent(?:re|er)"],
  },
  {
    name: "place",
    also: ["setting", "scene", "location", "background"],
    values: [
      "in a misty forest",
      "on a city street",
      "on an empty beach",
      "in a sunlit kitchen",
      "in the mountains",
      "in a plain studio",
      "in a desert",
      "by a quiet lake",
      "in a greenhouse",
    ],
    phrases: PLACES,
    modifiers: [],
  },
];
