import { formatDay, formatNumber } from "@twinline/rulebook";
import { isReturned, type PersonSettings } from "@twinline/zone";
import type { StoredRequest } from "../../persons/queries.ts";
import type { StoredSale } from "../../sales/queries.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import type { OwnData } from "../own-data/own-data.ts";
import { taxOf } from "../own-data/sale-tax.ts";
import { amountText } from "./amount-text.ts";
import { type Markup, markup } from "./markup.ts";
import { plainAnswer, type Telling } from "./told.ts";

type Showing = { readonly spine: OpenSpine; readonly settings: PersonSettings; readonly code: string };

/** Kinds of data that a vault may hold of a document, as the page names them. */
const NAMED = new Set(["name", "number", "born", "nationality", "expires", "issuer", "kind"]);

/** What is held about the holder of a pass, where, for how long and who looked; with the ways to take it or have it destroyed. */
export async function dataAnswer(own: OwnData, showing: Showing, telling: Telling): Promise<Markup> {
  const { say } = telling;
  const rows: readonly (readonly [string, Markup])[] = [
    ["vault", markup`<p>${vaultLine(own, telling)}</p>`],
    [
      "journal",
      markup`<p>${say("visitor.answer.data.journal.more", { count: count(own.entries.length, telling) })}</p>`,
    ],
    ["pass", markup`<p>${say("visitor.answer.data.pass.more")}</p>`],
    ["kept", markup`<p>${keptLine(showing.settings, telling)}</p>`],
    ["viewed", markup`<p>${say("visitor.answer.data.viewed.more")}</p>`],
    ["sales", await salesList(own.sales, showing.spine, telling)],
  ];
  const more = markup`<dl class="held">${rows.map(
    ([name, told]) => markup`<dt>${say(`visitor.answer.data.${name}`)}</dt><dd>${told}</dd>`,
  )}</dl>
${exportForm(showing.code, telling)}${erasurePart(own.request, showing, telling)}${queueLink(telling)}`;
  return plainAnswer(say("visitor.answer.data"), more);
}

/** The way to the figures of the road queue, and to one's own place in it. */
export function queueLink({ language, say }: Telling): Markup {
  return markup`<p><a href="/${language}/queue">${say("visitor.answer.to-queue")}</a></p>`;
}

function vaultLine({ vault, numberEnd }: OwnData, { language, say }: Telling): string {
  const kinds = vault.filter((kind) => NAMED.has(kind)).map((kind) => say(`visitor.answer.data.kind.${kind}`));
  const words = { kinds: kinds.join(language === "zh" ? "、" : ", "), end: numberEnd };
  return say("visitor.answer.data.vault.more", words);
}

function keptLine({ retentionDays }: PersonSettings, telling: Telling): string {
  if (retentionDays === undefined) return telling.say("visitor.answer.data.kept.unknown");
  const { value, source } = retentionDays;
  return telling.say("visitor.answer.data.kept.days", { days: count(value, telling), source });
}

async function salesList(sales: readonly StoredSale[], { shelf }: OpenSpine, telling: Telling): Promise<Markup> {
  const { language, say } = telling;
  if (sales.length === 0) return markup`<p>${say("visitor.answer.data.sales.none")}</p>`;
  const lines = sales.map(async (sale) => {
    const tax = await taxOf(sale, { shelf });
    const words = {
      entry: String(sale.entry),
      tax: tax === undefined ? "–" : amountText(language, tax.minor, tax.currency),
    };
    const key = isReturned(sale) ? "returned" : sale.isOut ? "out" : "inside";
    return markup`<li><p>${say(`visitor.answer.data.sales.${key}`, words)}</p></li>`;
  });
  return markup`<ul class="rows">${await Promise.all(lines)}</ul>`;
}

function exportForm(code: string, { language, say }: Telling): Markup {
  return markup`<h3>${say("visitor.answer.data.export")}</h3><p>${say("visitor.answer.data.export.more")}</p>
<form action="/${language}/export" method="post"><input type="hidden" name="code" value="${code}"><button>${say("visitor.answer.data.export.act")}</button></form>`;
}

function erasurePart(request: StoredRequest | undefined, { settings, code }: Showing, telling: Telling): Markup {
  const { language, say } = telling;
  const head = markup`<h3 id="erasure">${say("visitor.answer.data.erasure")}</h3>`;
  if (request?.state === "open") {
    const words = { entry: String(request.entry), day: formatDay(language, request.dueDay) };
    return markup`${head}<p><strong>${say("visitor.answer.data.erasure.open", words)}</strong></p><p>${say("visitor.answer.data.erasure.after")}</p>`;
  }
  const why = settings.refusals.find((one) => one.code === request?.code)?.label[language] ?? request?.code ?? "";
  const refused =
    request?.state === "refused"
      ? markup`<p><strong>${say("visitor.answer.data.erasure.refused", { why })}</strong></p>`
      : markup``;
  const days = count(settings.answerDays.value, telling);
  return markup`${head}${refused}<p>${say("visitor.answer.data.erasure.more", { days })}</p>
<form action="/${language}/erasure" method="post"><input type="hidden" name="code" value="${code}"><button class="quiet">${say("visitor.answer.data.erasure.act")}</button></form>`;
}

function count(value: number, { language }: Telling): string {
  return formatNumber(language, value);
}
