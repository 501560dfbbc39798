/** Status of a hunting process that found what it looked for. */
export const FOUND = 10;
