import type { Texts } from "@twinline/api";
import type { OverrideRefusal } from "@twinline/zone";
import { RequestError } from "../errors.ts";

export function wrongLane(): RequestError {
  return new RequestError("passage/lane", 409, "Cannot take the passage: the device stands in another lane", {
    field: "/lane",
    texts: {
      zh: "本设备不属于该通道。",
      kk: "Бұл құрылғы басқа өткелге тіркелген.",
      ru: "Это устройство закреплено за другой полосой.",
      en: "This device belongs to another lane.",
    },
  });
}

export function unknownPassage(number: number): RequestError {
  return new RequestError("passage/unknown", 404, `Cannot find the passage "${number}"`, {
    field: "/number",
    texts: {
      zh: "没有这一通行记录。",
      kk: "Мұндай өту жазбасы жоқ.",
      ru: "Такой записи о проходе нет.",
      en: "There is no such passage.",
    },
  });
}

/** An override that was recorded as refused. */
export function overrideRefused(reason: string): RequestError {
  const texts = refusals[reason as OverrideRefusal];
  return new RequestError(`override/${reason}`, 409, `Cannot override: "${reason}"; the refusal is recorded`, {
    texts,
  });
}

const refusals: { readonly [reason in OverrideRefusal]: Texts } = {
  same_officer: {
    zh: "需由另一名关员共同签字。",
    kk: "Екінші, басқа қызметкер қол қоюы керек.",
    ru: "Подписать должен второй, другой сотрудник.",
    en: "A second, different officer must sign.",
  },
  unknown_reason: {
    zh: "没有这一理由，请从列表中选择。",
    kk: "Мұндай себеп жоқ. Тізімнен таңдаңыз.",
    ru: "Такого основания нет. Выберите из списка.",
    en: "There is no such reason. Choose one from the list.",
  },
  already_overridden: {
    zh: "该通行的决定已被更改过一次。",
    kk: "Бұл өту бойынша шешім бұрын өзгертілген.",
    ru: "Решение по этому проходу уже изменялось.",
    en: "The verdict on this passage has been changed once already.",
  },
  same_verdict: {
    zh: "所选决定与原决定相同。",
    kk: "Таңдалған шешім бұрынғысымен бірдей.",
    ru: "Выбранное решение совпадает с прежним.",
    en: "The chosen verdict is the one that holds already.",
  },
  no_stay_offered: {
    zh: "规则未给出停留期限。请更正证件信息后重新办理通行。",
    kk: "Ережелер болу мерзімін бермеді. Құжат деректерін түзетіп, өтуді қайта рәсімдеңіз.",
    ru: "Правила не дали срока пребывания. Исправьте данные документа и оформите проход заново.",
    en: "The rules gave no length of stay. Correct the document's data and do the passage again.",
  },
  superseded: {
    zh: "此后情况已变化。请重新办理通行。",
    kk: "Содан бері жағдай өзгерді. Өтуді қайта рәсімдеңіз.",
    ru: "С тех пор положение изменилось. Оформите проход заново.",
    en: "Things have changed since. Do the passage again.",
  },
};
