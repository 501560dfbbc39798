import khorgos from "./calibration.json" with { type: "json" };

/** What generated traffic is fitted to. Every figure in the file names its source or is marked as our assumption. */
export type Calibration = typeof khorgos;

/** The Chinese gate of Khorgos in 2025: 9.991 million passages, at most 42,800 in a day. */
export const khorgosCalibration: Calibration = khorgos;
