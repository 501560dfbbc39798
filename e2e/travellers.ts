/** Weights of the check digit (ICAO 9303-3 §4.9). */
const WEIGHTS = [7, 3, 1] as const;

function checkDigit(text: string): string {
  const worth = (character: string): number =>
    character === "<" ? 0 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
  return String([...text].reduce((sum, character, at) => sum + worth(character) * WEIGHTS[at % 3]!, 0) % 10);
}

/** Two lines of a made-up passport (ICAO 9303-4), good until 2031; the same number is the same person. */
export function passportOf(number: number): readonly string[] {
  const document = `E${String(number).padStart(8, "0")}`;
  const [first, born, expires] = [`${document}${checkDigit(document)}`, "910314", "310822"];
  const dates = `${born}${checkDigit(born)}F${expires}${checkDigit(expires)}`;
  const optional = `${"<".repeat(14)}0`;
  const checked = `${first}${born}${checkDigit(born)}${expires}${checkDigit(expires)}${optional}`;
  return ["P<KAZSAMPLE<<AIGERIM".padEnd(44, "<"), `${first}KAZ${dates}${optional}${checkDigit(checked)}`];
}

/** A traveller of age with a passport that holds, as an automatic lane sends her. */
export const traveller = (number: string, name: string, nationality = "KZ") => ({
  kind: "passport",
  number,
  nationality,
  name,
  born: "1990-05-17",
  expires: "2035-01-01",
});
