import { createBuckets } from "../../http/token-bucket.ts";
import { loadPersonSettings } from "../../persons/settings.ts";
import { findHolder } from "../holder.ts";
import { exportVisit } from "../own-data/export.ts";
import { readOwnData } from "../own-data/own-data.ts";
import { requestErasure } from "../own-data/request-erasure.ts";
import { faultAnswer } from "./check-page.ts";
import { dataAnswer } from "./data-page.ts";
import type { Fields } from "./fields.ts";
import { passCodeOf } from "./pass-page.ts";
import { type Answering, OWN_DATA_LIMITS, type VisitorPages } from "./visitor-pages.ts";

/** What the holder of a pass may see, take away and ask for; each is asked for in a body, so that no code stands in an address. */
export function ownDataAnswers({ node, spine, ownDataLimits = OWN_DATA_LIMITS }: VisitorPages) {
  const settings = loadPersonSettings(node.zone, node.side);
  const buckets = createBuckets(ownDataLimits);
  const holderOf = async ({ code: typed }: Fields, day: number) => {
    const code = passCodeOf(typed);
    const holder = code === undefined ? undefined : await findHolder(node, spine, code, day);
    return code === undefined || holder === undefined ? undefined : { code, holder };
  };
  const data: Answering = async (fields, { day }, telling) => {
    const found = await holderOf(fields, day);
    if (found === undefined) return faultAnswer(telling, "code");
    return dataAnswer(await readOwnData(node, found.holder), { spine, settings, code: found.code }, telling);
  };
  const erasure: Answering = async (fields, asking, telling) => {
    const found = await holderOf(fields, asking.day);
    if (found === undefined) return faultAnswer(telling, "code");
    await requestErasure(node, spine, found.holder, settings.answerDays.value);
    return data(fields, asking, telling);
  };
  /** The file as text, or undefined when nobody who holds the pass is inside. */
  const file = async (fields: Fields, day: number): Promise<string | undefined> => {
    const found = await holderOf(fields, day);
    if (found === undefined) return undefined;
    const visit = await exportVisit(node, spine, await readOwnData(node, found.holder), settings);
    return `${JSON.stringify(visit, null, 2)}\n`;
  };
  return { data, erasure, file, isBusy: (address: string) => buckets.take(address, performance.now()) > 0 };
}
