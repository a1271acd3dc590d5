/** Where a key has its meaning. A screen is several scopes at once; see SCREENS. */
export const SCOPES = [
  "studio",
  "pictures",
  "ratings",
  "board",
  "grid",
  "compare",
  "mask",
  "vote",
  "review",
  "inbox",
  "library",
  "trial",
  "gallery",
] as const;
export type Scope = (typeof SCOPES)[number];

export type KeyAction = {
  readonly id: string;
  readonly scope: Scope;
  /** What it does, as the key table and the palette say it. */
  readonly title: string;
  /** Chords as in chord.ts; several do the same. */
  readonly keys: readonly string[];
  /** Also works while a text is being written. */
  readonly whileTyping?: true;
  /** navigation: held down it goes on. destructive: takes something away; ignored when the key repeats and never beside a navigation key. */
  readonly kind?: "navigation" | "destructive";
};

/** Every key of the studio. Shown by `?`, reached through useKeys(), remapped through the key map. */
export const KEY_TABLE = [
  { id: "palette", scope: "studio", title: "Find anything, do anything", keys: ["mod+k"], whileTyping: true },
  { id: "keys", scope: "studio", title: "Show the keys", keys: ["?"] },
  { id: "search", scope: "studio", title: "Search", keys: ["/"] },
  { id: "undo", scope: "studio", title: "Undo", keys: ["mod+z"] },
  { id: "redo", scope: "studio", title: "Redo", keys: ["mod+shift+z", "mod+y"] },
  { id: "leave", scope: "studio", title: "Out of where you are", keys: ["escape"], whileTyping: true },
  { id: "inspector", scope: "studio", title: "Show or hide the inspector", keys: ["i"] },
  { id: "surround", scope: "studio", title: "Judge colours on mid grey", keys: ["j"] },

  { id: "pick", scope: "pictures", title: "Pick", keys: ["p"] },
  { id: "reject", scope: "pictures", title: "Reject", keys: ["x"] },
  { id: "unflag", scope: "pictures", title: "Take the flag off", keys: ["u"] },
  { id: "colour-red", scope: "pictures", title: "Red, or no colour", keys: ["6"] },
  { id: "colour-yellow", scope: "pictures", title: "Yellow, or no colour", keys: ["7"] },
  { id: "colour-green", scope: "pictures", title: "Green, or no colour", keys: ["8"] },
  { id: "colour-blue", scope: "pictures", title: "Blue, or no colour", keys: ["9"] },
  { id: "colour-violet", scope: "pictures", title: "Violet, or no colour", keys: ["shift+6"] },
  { id: "loupe", scope: "pictures", title: "Look closely", keys: ["space"] },
  { id: "left", scope: "pictures", title: "Left", keys: ["arrowleft"], kind: "navigation" },
  { id: "right", scope: "pictures", title: "Right", keys: ["arrowright"], kind: "navigation" },
  { id: "up", scope: "pictures", title: "Up", keys: ["arrowup"], kind: "navigation" },
  { id: "down", scope: "pictures", title: "Down", keys: ["arrowdown"], kind: "navigation" },
  { id: "extend-left", scope: "pictures", title: "Extend left", keys: ["shift+arrowleft"], kind: "navigation" },
  { id: "extend-right", scope: "pictures", title: "Extend right", keys: ["shift+arrowright"], kind: "navigation" },
  { id: "extend-up", scope: "pictures", title: "Extend up", keys: ["shift+arrowup"], kind: "navigation" },
  { id: "extend-down", scope: "pictures", title: "Extend down", keys: ["shift+arrowdown"], kind: "navigation" },
  { id: "compare", scope: "pictures", title: "Compare", keys: ["c"] },
  { id: "promote", scope: "pictures", title: "Promote to a pattern", keys: ["m"] },
  { id: "send", scope: "pictures", title: "Send to review", keys: ["s"] },

  { id: "rate-0", scope: "ratings", title: "No rating", keys: ["0"] },
  { id: "rate-1", scope: "ratings", title: "Rate 1", keys: ["1"] },
  { id: "rate-2", scope: "ratings", title: "Rate 2", keys: ["2"] },
  { id: "rate-3", scope: "ratings", title: "Rate 3", keys: ["3"] },
  { id: "rate-4", scope: "ratings", title: "Rate 4", keys: ["4"] },
  { id: "rate-5", scope: "ratings", title: "Rate 5", keys: ["5"] },

  { id: "branch", scope: "board", title: "Branch", keys: ["b"] },
  { id: "run", scope: "board", title: "Run", keys: ["g"] },
  { id: "vary", scope: "board", title: "Vary", keys: ["v"] },
  { id: "edit", scope: "board", title: "Edit or refine", keys: ["e"] },
  { id: "write", scope: "board", title: "Write in the composer", keys: ["w"] },
  { id: "help", scope: "board", title: "Help with the words of the prompt", keys: ["mod+j"], whileTyping: true },
  { id: "fit", scope: "board", title: "Show the whole board", keys: ["f"] },
  { id: "zoom-in", scope: "board", title: "Closer", keys: ["plus", "="] },
  { id: "zoom-out", scope: "board", title: "Further away", keys: ["-"] },
  { id: "path", scope: "board", title: "Follow the path of the prompt", keys: ["l"] },
  { id: "map", scope: "board", title: "Show or hide the map", keys: ["o"] },
  { id: "archive", scope: "board", title: "Archive the prompt", keys: ["mod+backspace"], kind: "destructive" },

  { id: "page-back", scope: "grid", title: "Page before", keys: ["["], kind: "navigation" },
  { id: "page-next", scope: "grid", title: "Next page", keys: ["]"], kind: "navigation" },
  { id: "turn", scope: "grid", title: "Swap rows and columns", keys: ["t"] },
  { id: "arrange", scope: "grid", title: "Arrange the axes", keys: ["a"] },

  { id: "side-by-side", scope: "compare", title: "Side by side", keys: ["1"] },
  { id: "slider", scope: "compare", title: "Slider", keys: ["2"] },
  { id: "blink", scope: "compare", title: "Blink", keys: ["3"] },
  { id: "difference", scope: "compare", title: "Difference", keys: ["4"] },
  { id: "heat-map", scope: "compare", title: "Heat map of the difference", keys: ["5"] },
  { id: "compare-closer", scope: "compare", title: "Closer", keys: ["plus", "="], kind: "navigation" },
  { id: "compare-further", scope: "compare", title: "Further away", keys: ["-"], kind: "navigation" },
  { id: "actual-pixels", scope: "compare", title: "Actual pixels, or the whole picture", keys: ["z"] },
  { id: "compare-fit", scope: "compare", title: "The whole picture; again: all as they were", keys: ["f"] },
  { id: "look-left", scope: "compare", title: "Look further left", keys: ["alt+shift+arrowleft"], kind: "navigation" },
  { id: "look-right", scope: "compare", title: "Look further right", keys: ["alt+shift+arrowright"], kind: "navigation" },
  { id: "look-up", scope: "compare", title: "Look further up", keys: ["alt+shift+arrowup"], kind: "navigation" },
  { id: "look-down", scope: "compare", title: "Look further down", keys: ["alt+shift+arrowdown"], kind: "navigation" },
  { id: "move-left", scope: "compare", title: "Move this picture alone left", keys: ["alt+arrowleft"], kind: "navigation" },
  { id: "move-right", scope: "compare", title: "Move this picture alone right", keys: ["alt+arrowright"], kind: "navigation" },
  { id: "move-up", scope: "compare", title: "Move this picture alone up", keys: ["alt+arrowup"], kind: "navigation" },
  { id: "move-down", scope: "compare", title: "Move this picture alone down", keys: ["alt+arrowdown"], kind: "navigation" },
  { id: "channel-red", scope: "compare", title: "Red alone, or all channels", keys: ["r"] },
  { id: "channel-green", scope: "compare", title: "Green alone, or all channels", keys: ["g"] },
  { id: "channel-blue", scope: "compare", title: "Blue alone, or all channels", keys: ["b"] },
  { id: "channel-alpha", scope: "compare", title: "Alpha alone, or all channels", keys: ["a"] },
  { id: "channel-luminance", scope: "compare", title: "Luminance, or all channels", keys: ["l"] },
  { id: "pin", scope: "compare", title: "Pin this one and go through the others", keys: ["k"] },
  { id: "read-pixels", scope: "compare", title: "Read pixels", keys: ["o"] },
  { id: "save-comparison", scope: "compare", title: "Save the comparison", keys: ["mod+s"] },
  { id: "frame-back", scope: "compare", title: "One frame back", keys: [","], kind: "navigation" },
  { id: "frame-on", scope: "compare", title: "One frame on", keys: ["."], kind: "navigation" },
  { id: "loop-from", scope: "compare", title: "Loop from this frame, or no more", keys: ["["] },
  { id: "loop-to", scope: "compare", title: "Loop to this frame, or no more", keys: ["]"] },
  { id: "compare-rate-0", scope: "compare", title: "No rating", keys: ["shift+0"] },
  { id: "compare-rate-1", scope: "compare", title: "Rate 1", keys: ["shift+1"] },
  { id: "compare-rate-2", scope: "compare", title: "Rate 2", keys: ["shift+2"] },
  { id: "compare-rate-3", scope: "compare", title: "Rate 3", keys: ["shift+3"] },
  { id: "compare-rate-4", scope: "compare", title: "Rate 4", keys: ["shift+4"] },
  { id: "compare-rate-5", scope: "compare", title: "Rate 5", keys: ["shift+5"] },

  { id: "mask-brush", scope: "mask", title: "Brush", keys: ["b"] },
  { id: "mask-eraser", scope: "mask", title: "Eraser", keys: ["e"] },
  { id: "mask-smaller", scope: "mask", title: "Smaller brush", keys: ["["], kind: "navigation" },
  { id: "mask-larger", scope: "mask", title: "Larger brush", keys: ["]"], kind: "navigation" },
  { id: "mask-invert", scope: "mask", title: "Invert the mask", keys: ["v"] },
  { id: "mask-pen", scope: "mask", title: "Put the brush down, or lift it", keys: ["space"] },
  { id: "mask-left", scope: "mask", title: "Brush left", keys: ["arrowleft"], kind: "navigation" },
  { id: "mask-right", scope: "mask", title: "Brush right", keys: ["arrowright"], kind: "navigation" },
  { id: "mask-up", scope: "mask", title: "Brush up", keys: ["arrowup"], kind: "navigation" },
  { id: "mask-down", scope: "mask", title: "Brush down", keys: ["arrowdown"], kind: "navigation" },

  { id: "vote-1", scope: "vote", title: "The first picture", keys: ["1"] },
  { id: "vote-2", scope: "vote", title: "The second picture", keys: ["2"] },
  { id: "vote-3", scope: "vote", title: "The third picture", keys: ["3"] },
  { id: "vote-4", scope: "vote", title: "The fourth picture", keys: ["4"] },
  { id: "vote-tie", scope: "vote", title: "As good as each other", keys: ["0"] },
  { id: "vote-back", scope: "vote", title: "Take the last answer back", keys: ["backspace"] },

  { id: "trial-left", scope: "trial", title: "Seed before", keys: ["arrowleft"], kind: "navigation" },
  { id: "trial-right", scope: "trial", title: "Next seed", keys: ["arrowright"], kind: "navigation" },
  { id: "trial-up", scope: "trial", title: "Subject before", keys: ["arrowup"], kind: "navigation" },
  { id: "trial-down", scope: "trial", title: "Next subject", keys: ["arrowdown"], kind: "navigation" },
  { id: "trial-pass", scope: "trial", title: "Passes", keys: ["p"] },
  { id: "trial-fail", scope: "trial", title: "Fails", keys: ["x"] },
  { id: "trial-take-back", scope: "trial", title: "Take your word back", keys: ["u"] },
  { id: "trial-next", scope: "trial", title: "Next picture you have not judged", keys: ["n"] },
  { id: "trial-large", scope: "trial", title: "Look closely, or at all again", keys: ["space"] },
  { id: "trial-hands", scope: "trial", title: "Fails: hands", keys: ["1"] },
  { id: "trial-text", scope: "trial", title: "Fails: text", keys: ["2"] },
  { id: "trial-logo", scope: "trial", title: "Fails: logo", keys: ["3"] },
  { id: "trial-artefact", scope: "trial", title: "Fails: artefact", keys: ["4"] },
  { id: "trial-colour", scope: "trial", title: "Fails: colour", keys: ["5"] },
  { id: "trial-composition", scope: "trial", title: "Fails: composition", keys: ["6"] },
  { id: "trial-continuity", scope: "trial", title: "Fails: continuity", keys: ["7"] },
  { id: "trial-brand", scope: "trial", title: "Fails: brand", keys: ["8"] },
  { id: "trial-rights", scope: "trial", title: "Fails: rights", keys: ["9"] },
  { id: "trial-safety", scope: "trial", title: "Fails: safety", keys: ["0"] },
  { id: "trial-other", scope: "trial", title: "Fails: something else", keys: ["-"] },

  { id: "select-all", scope: "gallery", title: "Select all files", keys: ["mod+a"] },
  { id: "stack", scope: "gallery", title: "Lay into one stack", keys: ["mod+g"] },
  { id: "unstack", scope: "gallery", title: "Take the stack apart", keys: ["mod+shift+g"] },
  { id: "cover", scope: "gallery", title: "Make it the cover of its stack", keys: ["shift+s"] },
  { id: "open-stack", scope: "gallery", title: "Look into the stack", keys: ["o"] },
  { id: "collect", scope: "gallery", title: "Put into a collection", keys: ["a"] },
  { id: "grid-or-list", scope: "gallery", title: "Grid or list", keys: ["g"] },
  { id: "download", scope: "gallery", title: "Download as one zip", keys: ["d"] },

  { id: "newest", scope: "review", title: "Show the newest attempt", keys: ["n"] },
  { id: "talk", scope: "review", title: "Comment", keys: ["t"] },
  { id: "approve", scope: "review", title: "Approve", keys: ["a"] },
  { id: "request-changes", scope: "review", title: "Request changes", keys: ["r"] },
  { id: "full-screen", scope: "review", title: "Fill the screen, or no more", keys: ["f"] },
  { id: "tick", scope: "review", title: "Tick the next required check", keys: ["k"] },

  { id: "notice-up", scope: "inbox", title: "Notice before", keys: ["arrowup"], kind: "navigation" },
  { id: "notice-down", scope: "inbox", title: "Next notice", keys: ["arrowdown"], kind: "navigation" },
  { id: "notice-turn", scope: "inbox", title: "Mark as read, or as unread", keys: ["u"] },
  { id: "notice-all", scope: "inbox", title: "Mark all as read", keys: ["shift+u"] },

  { id: "card-left", scope: "library", title: "Pattern before", keys: ["arrowleft"], kind: "navigation" },
  { id: "card-right", scope: "library", title: "Next pattern", keys: ["arrowright"], kind: "navigation" },
  { id: "card-up", scope: "library", title: "Pattern above", keys: ["arrowup"], kind: "navigation" },
  { id: "card-down", scope: "library", title: "Pattern below", keys: ["arrowdown"], kind: "navigation" },
  { id: "pattern-forward", scope: "library", title: "Move the pattern towards the front", keys: ["shift+arrowleft"] },
  { id: "pattern-back", scope: "library", title: "Move the pattern towards the end", keys: ["shift+arrowright"] },
  { id: "shelf-up", scope: "library", title: "Move its shelf up", keys: ["shift+arrowup"] },
  { id: "shelf-down", scope: "library", title: "Move its shelf down", keys: ["shift+arrowdown"] },
] as const satisfies readonly KeyAction[];

type Row = (typeof KEY_TABLE)[number];
export type ActionId = Row["id"];
/** The actions a scope may handle. */
export type ActionOf<S extends Scope> = Extract<Row, { scope: S }>["id"];

/** Which scopes are alive together. Two keys conflict only when some screen has both. */
export const SCREENS: readonly (readonly Scope[])[] = [
  ["studio", "pictures", "ratings", "board", "grid"],
  ["studio", "pictures", "ratings", "gallery"],
  ["studio", "pictures", "compare"],
  ["studio", "mask"],
  ["studio", "vote"],
  ["studio", "pictures", "review"],
  ["studio", "inbox"],
  ["studio", "library"],
  ["studio", "trial"],
];

export const SCOPE_TITLES: Readonly<Record<Scope, string>> = {
  studio: "Everywhere",
  pictures: "Pictures",
  ratings: "Ratings",
  board: "Board",
  grid: "Grid",
  compare: "Compare",
  mask: "Painting a mask",
  vote: "Blind vote",
  review: "Review",
  inbox: "Inbox",
  library: "Style libraries",
  trial: "Trial",
  gallery: "Assets",
};
