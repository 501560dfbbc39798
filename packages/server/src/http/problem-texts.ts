import type { Texts } from "@twinline/api";

/** What people read when the door itself answers; a concept's own problems bring their texts with them. */
export const problemTexts: Readonly<Record<string, Texts>> = {
  "request/not-found": {
    zh: "没有这个地址。请检查链接。",
    kk: "Мұндай мекенжай жоқ. Сілтемені тексеріңіз.",
    ru: "Такого адреса нет. Проверьте ссылку.",
    en: "There is nothing at this address. Check the link.",
  },
  "request/invalid": {
    zh: "提交的内容有误，请检查标出的一项。",
    kk: "Жіберілген деректе қате бар. Белгіленген өрісті тексеріңіз.",
    ru: "В отправленных данных ошибка. Проверьте отмеченное поле.",
    en: "Something in what was sent is not right. Check the marked field.",
  },
  "request/malformed": {
    zh: "无法识别这一请求，请用浏览器或扫描设备重试。",
    kk: "Сұрау танылмады. Браузермен немесе құрылғымен қайталаңыз.",
    ru: "Запрос не распознан. Повторите его в браузере или на устройстве.",
    en: "The request was not understood. Repeat it in a browser or on the device.",
  },
  "request/headers-too-large": {
    zh: "请求过大。请清除本站的浏览器数据后重试。",
    kk: "Сұрау тым үлкен. Осы сайттың браузердегі деректерін тазалап, қайталаңыз.",
    ru: "Запрос слишком велик. Очистите данные этого сайта в браузере и повторите.",
    en: "The request is too large. Clear this site's data in the browser and try again.",
  },
  "request/too-slow": {
    zh: "请求未能及时到达，请重试。",
    kk: "Сұрау уақытында жетпеді. Қайталап көріңіз.",
    ru: "Запрос не пришёл вовремя. Повторите попытку.",
    en: "The request did not arrive in time. Try again.",
  },
  "request/json": {
    zh: "无法读取提交的内容，请重试。",
    kk: "Жіберілген деректі оқу мүмкін болмады. Қайталап көріңіз.",
    ru: "Не удалось прочитать отправленные данные. Повторите попытку.",
    en: "What was sent could not be read. Try again.",
  },
  "request/too-large": {
    zh: "提交的内容过大，请分次提交。",
    kk: "Жіберілген дерек тым үлкен. Бөліп жіберіңіз.",
    ru: "Отправлено слишком много данных. Отправьте их по частям.",
    en: "Too much was sent at once. Send it in parts.",
  },
  "request/media-type": {
    zh: "本系统只接受 JSON 格式的数据。",
    kk: "Жүйе тек JSON пішіміндегі деректі қабылдайды.",
    ru: "Система принимает данные только в формате JSON.",
    en: "Only JSON is accepted here.",
  },
  "request/too-many": {
    zh: "请求过于频繁，请稍候再试。",
    kk: "Сұраныс тым жиі. Сәл күтіп, қайталаңыз.",
    ru: "Слишком много запросов. Подождите немного и повторите.",
    en: "Too many requests. Wait a moment and try again.",
  },
  "node/busy": {
    zh: "系统繁忙，未作任何记录。请稍候重试。",
    kk: "Жүйе бос емес, ештеңе жазылған жоқ. Сәл күтіп, қайталаңыз.",
    ru: "Система занята, ничего не записано. Подождите и повторите.",
    en: "The system is busy and nothing was recorded. Wait a moment and try again.",
  },
  "node/failed": {
    zh: "系统出错。请用同一操作重试；若仍不行，请通知管理员。",
    kk: "Жүйеде қате шықты. Сол әрекетті қайталаңыз; болмаса, әкімшіге хабарлаңыз.",
    ru: "В системе произошла ошибка. Повторите то же действие; если не поможет, сообщите администратору.",
    en: "The system failed. Repeat the same action; if it fails again, tell the administrator.",
  },
};
