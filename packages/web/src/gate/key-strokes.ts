/** One key as the window saw it. `at` is the event's own time stamp in ms: later than a slow page would notice it. */
export type KeyStroke = {
  readonly code: string;
  readonly key: string;
  readonly shift: boolean;
  readonly at: number;
};

const shiftedDigits = [...")!@#$%^&*("];
const marks: Readonly<Record<string, readonly [string, string]>> = {
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
 * and an input method may hold the key back; so the key's place counts, and its character only where there is no place.
 */
export function characterOf({ code, key, shift }: KeyStroke): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shift && code.startsWith("Digit") ? shiftedDigits[Number(digit)] : digit;
  const mark = marks[code];
  if (mark) return mark[shift ? 1 : 0];
  return code === "" && [...key].length === 1 ? key : undefined;
}

/** What a reader sends after a line. */
export function endsLine({ code, key }: KeyStroke): boolean {
  return code === "Enter" || code === "NumpadEnter" || code === "Tab" || (code === "" && key === "Enter");
}

/** Keys that come between the characters of a scan without being one. */
export function isModifier({ key }: KeyStroke): boolean {
  return key === "Shift" || key === "CapsLock" || key === "AltGraph" || key === "Alt";
}
