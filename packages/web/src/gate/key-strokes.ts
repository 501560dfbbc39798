/** One key as the window saw it. `at` is the event's own time stamp in ms: later than a slow page would notice it. */
export type KeyStroke = {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly at: number;
};

const shiftedDigits = [...")!@#$%^&*("];
/** What a key gives on a US layout, without and with Shift. */
type Pair = readonly [string, string];
const marks: Readonly<Record<string, Pair>> = {
  Comma: [",", "<"],
  Period: [".", ">"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  Slash: ["/", "?"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Space: [" ", " "],
  IntlBackslash: ["<", ">"],
};

/**
 * The character that a reader meant. A keyboard reader types on a US layout, but an officer's layout may be Kazakh or Russian
 * and an input method may hold the key back; so the key's place counts wherever its character does not belong there.
 */
export function characterOf({ code, key, shift }: KeyStroke): string | undefined {
  const pair = pairOf(code);
  if (pair) return pair.includes(key) ? key : pair[shift ? 1 : 0];
  return code === "" && [...key].length === 1 ? key : undefined;
}

function pairOf(code: string): Pair | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return [letter.toLowerCase(), letter];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return [digit, code.startsWith("Digit") ? shiftedDigits[Number(digit)]! : digit];
  return marks[code];
}

/** What a reader sends after a line. */
export function endsLine({ code, key }: KeyStroke): boolean {
  return code === "Enter" || code === "NumpadEnter" || code === "Tab" || (code === "" && key === "Enter");
}

/** Keys that come between the characters of a scan without being one. */
export function isModifier({ key }: KeyStroke): boolean {
  return key === "Shift" || key === "CapsLock" || key === "AltGraph" || key === "Alt";
}
