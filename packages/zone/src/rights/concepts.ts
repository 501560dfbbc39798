import { closeDay } from "../captures/closed-day.ts";
import { latePassage } from "../passages/late.ts";
import { printSeals } from "../seals/print-seals.ts";
import { voidSeal } from "../seals/void-seal.ts";
import type { AnyConcept } from "../spine/concept.ts";
import { last } from "../tills/last.ts";
import { refund } from "../tills/refund.ts";
import { release } from "../tills/release.ts";
import { sale } from "../tills/sell.ts";
import { lapse } from "./lapse.ts";
import { reserve } from "./reserve.ts";

/** Rights that live at devices, and what devices do by themselves. */
export const rightsConcepts: readonly AnyConcept[] = [
  reserve,
  lapse,
  sale,
  release,
  refund,
  last,
  closeDay,
  latePassage,
  printSeals,
  voidSeal,
];
