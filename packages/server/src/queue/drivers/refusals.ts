import { RequestError } from "../../errors.ts";

/** Nobody was asked: the slot had no room when the request was read, and nothing was recorded. */
export function noRoom(): RequestError {
  return new RequestError("queue/no-room", 409, "Cannot book the slot: it has no room for a booking", {
    field: "/slot",
    texts: {
      zh: "该时段已无空位。请选择其他时段。",
      kk: "Бұл уақытта орын жоқ. Басқа уақытты таңдаңыз.",
      ru: "На это время мест нет. Выберите другое.",
      en: "This slot has no room left. Choose another.",
    },
  });
}

export function unknownCode(): RequestError {
  return new RequestError("queue/code-unknown", 404, "Cannot find the place: no booking has this code", {
    texts: {
      zh: "没有此编号的预约。请核对编号。",
      kk: "Бұл кодпен брондау табылмады. Кодты тексеріңіз.",
      ru: "Брони с таким кодом нет. Проверьте код.",
      en: "No booking has this code. Check the code.",
    },
  });
}

export function tooMany(retryAfterSeconds: number): RequestError {
  return new RequestError("request/too-many", 429, "Too many bookings from here", { retryAfterSeconds });
}
