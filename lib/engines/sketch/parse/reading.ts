import type { Light } from "../lexicon/lights";
import type { Medium } from "../lexicon/media";
import type { Mood } from "../lexicon/moods";
import type { Place } from "../lexicon/places";
import type { Backlight, Camera, Inscription, PlaceColour, Season, Subject, Weather } from "./scene-spec";

/** What the words said, before the gaps are filled. */
export interface Reading {
  readonly places: Place[];
  readonly subjects: Subject[];
  readonly colours: string[];
  readonly placeColours: PlaceColour[];
  readonly weather: Set<Weather>;
  readonly words: readonly string[];
  light: Light | null;
  medium: Medium | null;
  isMediumWeak: boolean;
  /** The medium as it was written. */
  mediumWord: string;
  /** Words for a medium that a later one took the place of. */
  readonly replaced: string[];
  camera: Camera | null;
  /** The camera as it was written. */
  cameraWords: string;
  /** The sides things were asked for on, as they were written. */
  readonly sideWords: string[];
  season: Season | null;
  backlight: Backlight | null;
  /** The light from behind as it was written. */
  backlightWords: string;
  mood: Mood;
  isPortrait: boolean;
  readonly lettering: readonly Inscription[];
}
