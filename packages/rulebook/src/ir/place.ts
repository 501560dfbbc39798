/** Where something stands in a source file; line and column count from 1, columns in UTF-16 units. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };
