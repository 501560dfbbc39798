import type { Plan } from "../plan.ts";
import type { Dialect } from "./dialect.ts";

/** Where SQL is being written. */
export type SqlScope = { readonly plan: Plan; readonly dialect: Dialect; readonly rule: string };
