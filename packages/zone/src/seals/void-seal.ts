import { CAPTURE, captureId } from "../captures/numbering.ts";
import type { Author, Concept, Ruling } from "../spine/concept.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { State } from "../spine/state.ts";
import { isPrinted, isUsed, SEAL_VOID, type Seal, sealDevice, sealKeys, type VoidCode, voidKey } from "./seal.ts";

/** A seal that nobody wrote on does not hold any more: whatever comes under its number later is refused. */
export type VoidSeal = { readonly kind: "seal_void"; readonly by: Author; readonly code: VoidCode } & Seal;

export const voidSeal: Concept<VoidSeal> = {
  kind: "seal_void",
  keys: ({ series, number }) => [
    ...sealKeys({ series, number }),
    { table: CAPTURE, key: captureId({ device: sealDevice(series), sequence: number }) },
  ],
  decide: decideVoid,
  apply: (body, entry) => {
    if (body.outcome !== "done") return [];
    const seal = { series: getText(body, "series"), number: getInteger(body, "number") };
    return [{ kind: "put", ...voidKey(seal), row: { ...seal, code: getText(body, "code"), entry } }];
  },
};

function decideVoid({ series, number, code }: VoidSeal, state: State): Ruling {
  const seal = { series, number };
  const details = { ...seal, code };
  if (!isPrinted(state, seal)) return { outcome: "refused", reason: "seal_not_printed", details };
  if (isUsed(state, seal)) return { outcome: "refused", reason: "seal_used", details };
  if (state.find(SEAL_VOID, voidKey(seal).key) !== undefined)
    return { outcome: "refused", reason: "seal_void", details };
  return { outcome: "done", reason: "voided", details };
}
