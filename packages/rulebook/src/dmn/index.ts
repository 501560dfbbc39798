export { type DmnEdition, dmnEditions, exportDmn } from "./export/export-dmn.ts";
export { type FeelNumber, makeNumber, numberText, parseNumber } from "./feel/number.ts";
export { type FeelValue, valueText } from "./feel/value.ts";
export { type ImportedTable, importTable } from "./import/import-table.ts";
export { type DmnDecision, type DmnModel, type LoadedDmn, loadDmn } from "./model/load.ts";
export { DmnError } from "./problem.ts";
export { type Outcome, runDmnTests } from "./suite/run-tests.ts";
export { readTestFile, type TestCase, type TestFile } from "./suite/test-cases.ts";
