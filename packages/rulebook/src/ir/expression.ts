import type { Arithmetic } from "./arithmetic.ts";
import type { Calendar } from "./calendar.ts";
import type { Literal } from "./literal.ts";
import type { Logic } from "./logic.ts";
import type { Optional } from "./optional.ts";
import type { Reference } from "./reference.ts";
import type { Round } from "./rounding.ts";

/** A checked expression: typed, bounded, lowered to integers, booleans and strings; every kind has a SQL form. */
export type Expression = Literal | Reference | Logic | Arithmetic | Round | Optional | Calendar;
