export { openHistory, sqlText } from "./history/duckdb.ts";
export { type Calibration, khorgosCalibration } from "./traffic/calibration.ts";
export { type TrafficRow, trafficColumns } from "./traffic/columns.ts";
export { generateTraffic, PASSAGES_MAX } from "./traffic/generate.ts";
export { readTraffic, writeTraffic } from "./traffic/parquet.ts";
export type { TrafficPassage } from "./traffic/passages.ts";
export { createChance } from "./traffic/random.ts";
