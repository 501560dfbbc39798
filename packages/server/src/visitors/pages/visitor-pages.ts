import type { ZoneNode } from "../../node.ts";
import type { DriverDesk } from "../../queue/drivers/desk.ts";
import type { SiteFiles } from "../../site/files.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import type { Asking } from "./check-page.ts";
import type { Fields } from "./fields.ts";
import type { Markup } from "./markup.ts";
import type { Telling } from "./told.ts";

/** Questions from one address: a family behind one hotspot, not a script that searches for passes. */
export const QUESTION_LIMITS = { burst: 300, perSecond: 20, keysMax: 10_000 };

/** Exports and requests from one address: what people want once in a visit. */
export const OWN_DATA_LIMITS = { burst: 20, perSecond: 0.2, keysMax: 10_000 };

export type VisitorPages = {
  readonly node: ZoneNode;
  readonly spine: OpenSpine;
  readonly site: () => SiteFiles;
  readonly limits?: typeof QUESTION_LIMITS;
  /** The desk that the queue's doors use too, so that one limit counts both. */
  readonly drivers?: DriverDesk;
  readonly ownDataLimits?: typeof OWN_DATA_LIMITS;
};
export type Answering = (fields: Fields, asking: Asking, telling: Telling) => Markup | Promise<Markup>;
