import type { QueueRow } from "@twinline/api";
import { useMemo } from "react";
import { createIntl, createIntlCache } from "react-intl";
import { type Locale, tags } from "../../format/index.ts";
import { type MessageValues, useLanguage } from "../../ui/language.ts";
import en from "./messages/en.json" with { type: "json" };
import kk from "./messages/kk.json" with { type: "json" };
import ru from "./messages/ru.json" with { type: "json" };
import zh from "./messages/zh.json" with { type: "json" };

/** Name of a message of the road queue. Its catalogue travels with its scene, not with the console's first screen. */
export type QueueKey = keyof typeof en;
export type QueueText = (key: QueueKey, values?: MessageValues) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<QueueKey, string>>>> = { zh, kk, ru, en };
const cache = createIntlCache();

/** Messages of the road queue in the language of this part of the screen. */
export function useQueueText(): QueueText {
  const { locale } = useLanguage();
  return useMemo(() => {
    const intl = createIntl({ locale: tags[locale], messages: catalogues[locale] }, cache);
    return (key, values) => intl.formatMessage({ id: key }, values === undefined ? undefined : { ...values });
  }, [locale]);
}

/** Whether the text names a message of the queue: for codes that come from the server. */
export function isQueueKey(text: string): text is QueueKey {
  return Object.hasOwn(en, text);
}

/** The word for a code, or the code itself where no word is written. */
export function wordOr(text: QueueText, key: string, code: string): string {
  return isQueueKey(key) ? text(key) : code.replaceAll("_", " ");
}

/** How a vehicle came into the queue: from the road, booked at the desk, or by its driver. */
export function modeOf({ mode, byDriver }: Pick<QueueRow, "mode" | "byDriver">): QueueKey {
  return byDriver === true ? "mode.by-driver" : `mode.${mode}`;
}
