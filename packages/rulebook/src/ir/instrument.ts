import type { Place } from "./place.ts";
import type { Note, Texts } from "./texts.ts";

/** A legal act. `cite` has `{n}` where the provision goes; `sha256` pins the official wording if it is held. */
export type Instrument = {
  readonly id: string;
  readonly cite: Texts;
  readonly inForce: number;
  readonly text?: string;
  readonly sha256?: string;
  readonly note?: Note;
  readonly at: Place;
};

/** `N12/4`: provision 4 of instrument N12. */
export type Citation = { readonly instrument: string; readonly provision: string };
