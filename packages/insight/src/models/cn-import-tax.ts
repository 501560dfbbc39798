import figures from "./figures.json" with { type: "json" };
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const procedures = ["import", "export", "outwardRepair", "outwardProcessing", "leaseBuyOut", "lateFee"] as const;
type Values = { readonly dutiableValue: number; readonly insurance?: number };

function total(group: Input | undefined): number {
  return [...(group?.allNumbers().values() ?? [])].reduce((sum, amount) => sum + amount, 0);
}

function carriage(input: Input, base: number): { readonly amount: number; readonly insurance?: number } {
  const both = input.optional("freightAndInsurance");
  if (both !== undefined) return { amount: both };
  const freight = input.number("freight", 0);
  const rate = input.number("insuranceRate", figures.cnImport.insuranceRate.value);
  const insurance = input.optional("insurance") ?? rate * (base + freight);
  return { amount: freight + insurance, insurance };
}

function importValue(input: Input): Values {
  const base = input.number("price", 0) - total(input.optionalObject("deductions"));
  const { amount, insurance } = carriage(input, base);
  const dutiableValue = base + amount + total(input.optionalObject("additions"));
  return insurance === undefined ? { dutiableValue } : { dutiableValue, insurance };
}

function exportDutyRate(input: Input): number {
  const rate = input.number("dutyRate", 0);
  if (rate <= -1) throw new ModelInputError("dutyRate", "a rate above -1 is expected");
  return rate;
}

function exportValue(input: Input): Values {
  const value = input.number("price", 0) - total(input.optionalObject("deductions"));
  return {
    dutiableValue: input.boolean("priceIncludesExportDuty", false) ? value / (1 + exportDutyRate(input)) : value,
  };
}

function processedAbroad(input: Input): Values {
  const both = input.optional("freightAndInsurance");
  const insurance = input.number("insurance", 0);
  const returned = both ?? input.number("freight", 0) + insurance;
  const dutiableValue = input.number("processingFee", 0) + input.number("materialsFee", 0) + returned;
  return both === undefined ? { dutiableValue, insurance } : { dutiableValue };
}

/** Dutiable value by procedure; one that customs have settled stands. */
function settledOrAssessed(input: Input, procedure: (typeof procedures)[number]): Values {
  if (input.has("dutiableValue")) return { dutiableValue: input.number("dutiableValue") };
  if (procedure === "import") return importValue(input);
  if (procedure === "export") return exportValue(input);
  if (procedure === "outwardProcessing") return processedAbroad(input);
  if (procedure === "leaseBuyOut") return { dutiableValue: input.number("customsAssessedValue", 0) };
  return { dutiableValue: input.number("repairFee", 0) + input.number("partsFee", 0) };
}

function taxes(input: Input, dutiableValue: number): Record<string, number> {
  const customsDuty = dutiableValue * input.number("dutyRate", 0);
  const consumptionRate = input.number("consumptionTaxRate", 0);
  if (consumptionRate >= 1) throw new ModelInputError("consumptionTaxRate", "a share below 1 is expected");
  const composite = (dutiableValue + customsDuty) / (1 - consumptionRate);
  const consumptionTax = composite * consumptionRate;
  const importVat = composite * input.number("vatRate", 0);
  const vehiclePurchaseTax =
    composite * input.number("vehiclePurchaseTaxRate", 0) * input.number("vehiclesForOwnUse", 1);
  return {
    customsDuty,
    composite,
    consumptionTax,
    importVat,
    vehiclePurchaseTax,
    totalTax: customsDuty + consumptionTax + importVat,
  };
}

function latePayment(input: Input, totalTax: number): Record<string, Result> {
  if (!input.has("paidDate")) return {};
  const period = input.integer("paymentPeriodDays", figures.cnImport.paymentPeriodDays.value);
  const deadline = input.has("paymentDeadline")
    ? input.day("paymentDeadline")
    : input.day("noticeDate").add({ days: period - 1 });
  const daysLate = Math.max(0, deadline.until(input.day("paidDate"), { largestUnit: "day" }).days);
  const lateFee = totalTax * input.number("lateFeeRatePerDay", figures.cnImport.lateFeeRatePerDay.value) * daysLate;
  return { paymentDeadline: deadline.toString(), daysLate, lateFee, totalPayable: totalTax + lateFee };
}

/** Chinese taxes on imported and exported goods (law.md 7.2; Customs Duty and dutiable value rules as its vectors state). */
export const cnImportTax: Model = {
  name: "cn-import-tax",
  about: "Dutiable value, customs duty, consumption tax, import VAT, vehicle purchase tax and the fee for late payment",
  compute: (input) => {
    const procedure = input.oneOf("procedure", procedures, "import");
    if (procedure === "lateFee") {
      const totalTax = input.number("taxDue", 0);
      return { totalTax, ...latePayment(input, totalTax) };
    }
    const values = settledOrAssessed(input, procedure);
    const due = taxes(input, values.dutiableValue);
    return { ...values, ...due, ...latePayment(input, due.totalTax!) };
  },
};
