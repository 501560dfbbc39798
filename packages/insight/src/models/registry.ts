import { cnImportTax } from "./cn-import-tax.ts";
import { cnTravellerTax } from "./cn-traveller-tax.ts";
import { cnVatExportRefund } from "./cn-vat-export-refund.ts";
import { eaeuPersonalGoods } from "./eaeu-personal-goods.ts";
import type { Model } from "./model.ts";
import { originRvc } from "./origin-rvc.ts";
import { processingWriteOff } from "./processing-write-off.ts";

/** Every model that `twinline model` answers, by name. */
export const models: ReadonlyMap<string, Model> = new Map(
  [cnImportTax, cnTravellerTax, cnVatExportRefund, eaeuPersonalGoods, originRvc, processingWriteOff].map((model) => [
    model.name,
    model,
  ]),
);
