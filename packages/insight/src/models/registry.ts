import { changePoint } from "./change-point.ts";
import { cnImportTax } from "./cn-import-tax.ts";
import { cnTravellerTax } from "./cn-traveller-tax.ts";
import { cnVatExportRefund } from "./cn-vat-export-refund.ts";
import { compositeFunctions } from "./composite-functions.ts";
import { compositeIndex } from "./composite-index.ts";
import { eaeuPersonalGoods } from "./eaeu-personal-goods.ts";
import { erlang } from "./erlang.ts";
import { gsim } from "./gsim.ts";
import { humanDevelopmentIndex } from "./human-development-index.ts";
import { jacksonNetwork } from "./jackson-network.ts";
import type { Model } from "./model.ts";
import { netting } from "./netting.ts";
import { networkRoles } from "./network-roles.ts";
import { originRvc } from "./origin-rvc.ts";
import { processingWriteOff } from "./processing-write-off.ts";
import { punctuation } from "./punctuation.ts";
import { queue } from "./queue.ts";
import { revenueCascade } from "./revenue-cascade.ts";
import { sensitivityIshigami } from "./sensitivity-ishigami.ts";
import { smart } from "./smart.ts";
import { vinerCustomsUnion } from "./viner-customs-union.ts";

const all: readonly Model[] = [
  changePoint,
  cnImportTax,
  cnTravellerTax,
  cnVatExportRefund,
  compositeFunctions,
  compositeIndex,
  eaeuPersonalGoods,
  erlang,
  gsim,
  humanDevelopmentIndex,
  jacksonNetwork,
  netting,
  networkRoles,
  originRvc,
  processingWriteOff,
  punctuation,
  queue,
  revenueCascade,
  sensitivityIshigami,
  smart,
  vinerCustomsUnion,
];

/** Every model that `twinline model` answers, by name. */
export const models: ReadonlyMap<string, Model> = new Map(all.map((model) => [model.name, model]));
