import type { Decision, PassageAnswer, Traveller } from "@twinline/api";
import { type Body, decidingOf, documentWarningText, tellLines, tellPassage, type Zone } from "@twinline/zone";
import type { Shelf } from "../rulebooks/shelf.ts";
import type { Recorded } from "../writer/ask.ts";
import { dueWith, presentCovered } from "./covered.ts";
import type { ReadDocument } from "./document.ts";

export type Presenting = { readonly origin: string; readonly zone: Zone; readonly shelf: Shelf };
/** What only the one who asked may see or do. */
export type ForCaller = Pick<PassageAnswer, "may"> & { readonly traveller?: Traveller; readonly pass?: string };

/**
 * The answer to a passage or an override, made from the entry alone and the rulebook of its hash: the same key gives the
 * same answer for ever, and nothing personal is stored for it. `passage` is the body whose decisions are shown.
 */
export async function presentPassage(
  { origin, zone, shelf }: Presenting,
  recorded: Recorded,
  caller: ForCaller,
  passage: Body = recorded.body,
): Promise<PassageAnswer> {
  const { body, number, hash, signature } = recorded;
  const { hash: lawHash } = decidingOf(passage);
  const covered = await presentCovered(shelf, passage);
  const { reasons, decisions, due: own, ...told } = tellPassage(zone, await shelf.fetch(lawHash), passage, body);
  const isOverride = body !== passage;
  const due = dueWith(own, covered);
  return {
    receipt: { origin, number, hash, at: body.at, signature },
    ...told,
    reasons: [...(isOverride ? [overrideReason(zone, body)] : []), ...reasons],
    decisions: decisions.map((record) => record as Decision),
    may: caller.may,
    ...(covered === undefined ? {} : { covered }),
    ...(due === undefined ? {} : { due }),
    ...(isOverride ? { overridden: true } : {}),
    ...(caller.traveller === undefined ? {} : { traveller: caller.traveller }),
    ...(caller.pass === undefined || body.outcome !== "admit" ? {} : { pass: caller.pass }),
  };
}

/** The traveller as the officer sees her, from the document she showed. */
export function presentTraveller({ document, identity }: ReadDocument): Traveller {
  const { born, expires, name = "" } = identity;
  return {
    name,
    nationality: document.nationality,
    documentKind: document.kind,
    documentNumber: document.number,
    // A date that is known in part has no place where a day stands.
    ...(born === undefined || born.includes("x") ? {} : { born }),
    ...(expires === undefined ? {} : { expires }),
    ...(document.warnings.length === 0 ? {} : { notes: document.warnings.map(documentWarningText) }),
  };
}

function overrideReason({ overrideReasons }: Zone, { reason, outcome }: Body): PassageAnswer["reasons"][number] {
  const text = overrideReasons.find(({ code }) => code === reason)?.label;
  const plain = { zh: reason, kk: reason, ru: reason, en: reason };
  return { rule: "override", mark: outcome === "admit" ? "ok" : "stop", text: text ?? plain, citations: [] };
}

/** Duty-free and taxable value and tax of each decision that says them. */
export const goodsOutcomes = tellLines;
