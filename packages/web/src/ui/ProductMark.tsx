import type { ReactNode } from "react";
import mark from "./mark.svg";

/** The product's sign: two halves and the line between them. */
export function ProductMark(): ReactNode {
  return <img className="ui-product" src={mark} alt="" width="26" height="26" />;
}
