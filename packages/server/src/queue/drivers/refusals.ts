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

/** Nobody was asked: the address holds as many places as it may of vehicles that have not come. */
export function tooManyUnseen(): RequestError {
  return new RequestError(
    "queue/too-many-unseen",
    429,
    "Cannot book the slot: too many vehicles from here were not seen",
    {
      texts: {
        zh: "今天通过此网络预约、尚未到场的车辆已达上限。请换用其他网络预约，或直接前来：窗口可凭证件预约，现场排队无需预约。",
        kk: "Бүгін осы желіден брондалып, әлі келмеген көлік тым көп. Басқа желіден брондаңыз немесе келіңіз: үстелде құжатпен брондайды, ал тірі кезекке брондаудың керегі жоқ.",
        ru: "Сегодня из этой сети забронировано слишком много машин, которые ещё не приехали. Забронируйте из другой сети или приезжайте: у стойки бронируют по документам, а для живой очереди бронь не нужна.",
        en: "Too many vehicles were booked over this connection today that have not come yet. Book over another connection, or come: the desk books with papers in hand, and the live queue needs no booking.",
      },
    },
  );
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
