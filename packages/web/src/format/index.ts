export { calendarWords } from "./calendar-words.ts";
export { type DateStyle, formatDate, formatMonth, formatTime, formatWeekday } from "./dates.ts";
export { dayPatterns, parseDay, presentDay } from "./day-entry.ts";
export { documentTags, type Locale, tags } from "./locale.ts";
export { formatMoney, type MoneyStyle } from "./money.ts";
export { formatInteger, formatPercent, formatPermille, formatScaled, parseScaled } from "./numbers.ts";
export { formatAge, formatMeasure, formatQuantity, formatTenths, type Unit, unitWord } from "./units.ts";
