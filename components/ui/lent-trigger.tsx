"use client";
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { announce } from "./announce";
import { type LateCode, useLateCode } from "./late-code";

/** What a popup wants of the button it hangs on: attributes, what it hears, and the element itself. */
export type Lent = { readonly ref?: Ref<HTMLElement> | undefined };

/** Given to a popup's own trigger as its `render`: it takes the lent button for its own and draws nothing. */
export type Borrow = (props: Lent) => ReactElement;

type Props = Readonly<Record<string, unknown>>;

export type LentTriggerProps<Popup> = {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  /** What opens, for screen readers. */
  opens: "menu" | "dialog";
  code: LateCode<Popup>;
  /** It is open already, by somebody else's doing. */
  isOpen?: boolean;
  children: (Popup: Popup, borrow: Borrow) => ReactNode;
};

/**
 * A button whose popup's code comes late. The button stands from the first frame and stays the same element; the popup is put beside it when a
 * pointer or the keyboard comes to it, and takes it over. A press that was faster is made again.
 */
export function LentTrigger<Popup>({ trigger, opens, code, isOpen = false, children }: LentTriggerProps<Popup>) {
  const [isNear, setNear] = useState(false);
  const [lent, setLent] = useState<Lent | null>(null);
  const latest = useRef<Lent | null>(null);
  const element = useRef<HTMLElement | null>(null);
  const isPressed = useRef(false);
  const Popup = useLateCode(code, isNear || isOpen, () => {
    setNear(false);
    if (isPressed.current)
      announce({ tone: "bad", text: "This could not be opened: the studio was not reached. Try again.", id: "on-demand" });
    isPressed.current = false;
  });
  const borrow = useCallback<Borrow>((props) => <Borrowed props={props} latest={latest} onLent={setLent} />, []);
  useEffect(() => {
    if (!lent || !isPressed.current) return;
    isPressed.current = false;
    element.current?.click();
  }, [lent]);

  const { props } = trigger;
  const come = () => setNear(true);
  const own: Record<string, (event: SyntheticEvent) => void> = {
    onPointerEnter: come,
    onFocus: come,
    onClick: () => {
      if (latest.current !== null) return;
      isPressed.current = true;
      come();
    },
  };
  const heard = Object.keys({ ...own, ...lent }).filter((name) => /^on[A-Z]/.test(name));
  const attach = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      give(props.ref as Ref<HTMLElement>, node);
      give(lent?.ref, node);
    },
    [props.ref, lent?.ref],
  );
  return (
    <>
      {cloneElement(trigger, {
        "aria-haspopup": opens,
        "aria-expanded": false,
        ...attributesOf(lent),
        ...props,
        ...Object.fromEntries(
          heard.map((name) => [
            name,
            (event: SyntheticEvent) => {
              for (const hear of [props[name], own[name], (latest.current as Props | null)?.[name]])
                if (typeof hear === "function") hear(event);
            },
          ]),
        ),
        ref: attach,
      })}
      {Popup ? children(Popup, borrow) : null}
    </>
  );
}

function Borrowed({ props, latest, onLent }: { props: Lent; latest: { current: Lent | null }; onLent: (lent: Lent | null) => void }) {
  const shown = useRef<Lent | null>(null);
  useEffect(() => {
    latest.current = props;
    if (shown.current && isSame(shown.current, props)) return;
    shown.current = props;
    onLent(props);
  });
  useEffect(
    () => () => {
      latest.current = null;
      onLent(null);
    },
    [latest, onLent],
  );
  return null;
}

const isHearing = (value: unknown) => typeof value === "function";

function attributesOf(lent: Lent | null) {
  return Object.fromEntries(Object.entries(lent ?? {}).filter(([name, value]) => !isHearing(value) && name !== "ref" && name !== "type"));
}

/** What it hears is called where it is now, so another function is no other lending. */
function isSame(first: Lent, second: Lent): boolean {
  const [one, other] = [first as Props, second as Props];
  const names = Object.keys(other);
  return (
    Object.keys(one).length === names.length &&
    names.every((name) =>
      name === "ref" ? one.ref === other.ref : isHearing(one[name]) ? isHearing(other[name]) : one[name] === other[name],
    )
  );
}

function give(ref: Ref<HTMLElement> | undefined, node: HTMLElement | null): void {
  if (typeof ref === "function") ref(node);
  else if (ref) ref.current = node;
}
