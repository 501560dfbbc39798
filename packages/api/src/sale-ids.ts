import { Type } from "typebox";

/** Sales that one passage may carry out. */
export const COVERS_MAX = 20;

/** Id of a sale, known to the till before the node: `<key id of the till>.<sequence>`. */
export const SaleId = Type.String({ pattern: "^[A-Za-z0-9_-]{43}\\.[1-9]\\d{0,9}$" });
