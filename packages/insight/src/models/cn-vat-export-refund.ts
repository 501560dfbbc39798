import type { Model } from "./model.ts";

/** The exempt-credit-refund method for one period of a producing firm (Cai Shui [2012] 39, E210). */
export const cnVatExportRefund: Model = {
  name: "cn-vat-export-refund",
  about: "Chinese VAT on exports of a producing firm: exemption, credit and refund for one period",
  compute: (input) => {
    const fob = input.number("exportSalesFob");
    const vatRate = input.number("vatRate");
    const refundRate = input.number("refundRate");
    const bonded = input.number("bondedMaterials", 0);
    const nonCreditableReduction = bonded * (vatRate - refundRate);
    const nonCreditableVat = fob * (vatRate - refundRate) - nonCreditableReduction;
    const credit = input.number("inputVat") - nonCreditableVat + input.number("openingCredit", 0);
    const vatPayable = input.number("domesticSales", 0) * vatRate - credit;
    const refundLimitReduction = bonded * refundRate;
    const refundLimit = fob * refundRate - refundLimitReduction;
    const refund = vatPayable >= 0 ? 0 : Math.min(-vatPayable, refundLimit);
    const creditCarriedForward = Math.max(0, -vatPayable - refund);
    return {
      nonCreditableReduction,
      nonCreditableVat,
      vatPayable,
      refundLimitReduction,
      refundLimit,
      refund,
      exemptedCredit: refundLimit - refund,
      creditCarriedForward,
    };
  },
};
