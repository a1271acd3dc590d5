import clsx from "clsx";
import { COLOUR_LOOKS, type Colour } from "./colours";

const CHOICES = ["red", "yellow", "green", "blue", "violet"] as const;

/** The colour labels, each with its letter. What is pressed a second time is taken off. */
export function ColourSwatches({ colour, onColour }: { colour: Colour | null; onColour: (colour: Colour) => void }) {
  return (
    <fieldset className="flex items-center gap-0.5">
      <legend className="sr-only">Colour</legend>
      {CHOICES.map((choice) => {
        const { word, letter, css } = COLOUR_LOOKS[choice];
        const isOn = colour === choice;
        return (
          <button
            key={choice}
            type="button"
            aria-label={word}
            aria-pressed={isOn}
            title={word}
            onClick={() => onColour(isOn ? "none" : choice)}
            className={clsx("grid size-6 place-items-center rounded-sm hover:bg-hover", isOn && "bg-hover")}
          >
            <span
              aria-hidden
              style={isOn ? { background: css, color: "#101010" } : { boxShadow: `inset 0 0 0 2px ${css}` }}
              className="grid size-4 place-items-center rounded-sm text-[10px] leading-none font-bold text-faint"
            >
              {letter}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
