/** Bounds of a passage's request; a module of their own, so that a screen can know them without the schemas. */
export const GOODS_LINES_MAX = 50;
export const MRZ_LINES_MAX = 3;
export const VALUE_MINOR_MAX = 100_000_000_00;
export const MASS_GRAMS_MAX = 10_000_000;
export const VOLUME_ML_MAX = 1_000_000;
