import type { Locale } from "./locale.ts";

/**
 * Months and weekdays in the form that stands inside a date (CLDR 48). Written here so that Node, Chromium and a printed
 * pass say the same: browsers lack Kazakh, and Node 26.10 writes Chinese long dates wrongly.
 */
type CalendarWords = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** As in the heading of a calendar, where Russian takes the nominative. */
  readonly standaloneMonths: readonly string[];
  /** From Monday. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
};

const words = (list: string): readonly string[] => list.split(" ");

const kazakhMonths = words("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан");
const chineseMonths = words("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月");
const englishMonths = words("January February March April May June July August September October November December");

export const calendarWords: Readonly<Record<Locale, CalendarWords>> = {
  zh: {
    months: chineseMonths,
    shortMonths: chineseMonths,
    standaloneMonths: chineseMonths,
    weekdays: words("星期一 星期二 星期三 星期四 星期五 星期六 星期日"),
    shortWeekdays: words("周一 周二 周三 周四 周五 周六 周日"),
  },
  kk: {
    months: kazakhMonths,
    shortMonths: words("қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел."),
    standaloneMonths: kazakhMonths,
    weekdays: words("дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
    shortWeekdays: words("дс сс ср бс жм сб жс"),
  },
  ru: {
    months: words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    shortMonths: words("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
    standaloneMonths: words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    weekdays: words("понедельник вторник среда четверг пятница суббота воскресенье"),
    shortWeekdays: words("пн вт ср чт пт сб вс"),
  },
  en: {
    months: englishMonths,
    shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    standaloneMonths: englishMonths,
    weekdays: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    shortWeekdays: words("Mon Tue Wed Thu Fri Sat Sun"),
  },
};
