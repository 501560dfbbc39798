import type { Texts } from "@twinline/api";

/** What people read when the door does not open, by the problem's id. */
export const accessTexts = {
  "access/not-signed-in": {
    zh: "请先登录。",
    kk: "Алдымен жүйеге кіріңіз.",
    ru: "Сначала войдите в систему.",
    en: "Sign in first.",
  },
  "access/not-allowed": {
    zh: "您的岗位无权执行此操作。",
    kk: "Сіздің қызметіңізге бұл әрекетке рұқсат жоқ.",
    ru: "Ваша должность не даёт права на это действие.",
    en: "Your post does not allow this.",
  },
  "access/passkey-needed": {
    zh: "请先为本岗位登记通行密钥，再开始工作。",
    kk: "Жұмысты бастау үшін алдымен кіру кілтін тіркеңіз.",
    ru: "Сначала зарегистрируйте ключ доступа, затем начинайте работу.",
    en: "Register a passkey first; then you can begin work.",
  },
  "access/needs-second": {
    zh: "此操作须由第二名人员共同确认。",
    kk: "Бұл әрекетті екінші қызметкер де растауы керек.",
    ru: "Это действие должен подтвердить второй сотрудник.",
    en: "A second officer must confirm this.",
  },
  "access/same-person": {
    zh: "第二名确认人必须是另一名人员。",
    kk: "Растайтын екінші қызметкер басқа адам болуы керек.",
    ru: "Вторым должен быть другой сотрудник.",
    en: "The second officer must be another person.",
  },
  "access/second-not-allowed": {
    zh: "该人员无权确认此操作。",
    kk: "Бұл қызметкер мұндай әрекетті растай алмайды.",
    ru: "Этот сотрудник не вправе подтвердить это действие.",
    en: "This officer may not confirm this.",
  },
  "access/second-invalid": {
    zh: "第二名人员的确认对此操作无效：已使用、已失效，或是为其他操作作出的。请重新确认。",
    kk: "Екінші қызметкердің растауы бұл әрекетке жарамайды: ескірген, пайдаланылған немесе басқа әрекетке берілген. Қайта растаңыз.",
    ru: "Подтверждение второго сотрудника здесь не действует: оно устарело, уже использовано или дано для другого действия. Подтвердите снова.",
    en: "The second officer's confirmation does not hold for this: it is used up, too old or was given for something else. Confirm again.",
  },
  "access/origin": {
    zh: "请求并非来自本系统页面，已拒绝。",
    kk: "Сұраныс осы жүйенің бетінен келмеді, қабылданбады.",
    ru: "Запрос пришёл не со страницы этой системы и отклонён.",
    en: "The request did not come from a page of this system and was turned away.",
  },
  "access/link": {
    zh: "此登录链接已使用或已过期，请向管理员索取新链接。",
    kk: "Бұл кіру сілтемесі пайдаланылған немесе мерзімі өткен. Әкімшіден жаңасын сұраңыз.",
    ru: "Эта ссылка для входа использована или устарела. Попросите у администратора новую.",
    en: "This sign-in link is used up or too old. Ask the administrator for a new one.",
  },
  "access/passkey": {
    zh: "通行密钥未通过验证，请重试或使用其他密钥。",
    kk: "Кіру кілті расталмады. Қайталаңыз немесе басқа кілтті қолданыңыз.",
    ru: "Ключ доступа не подтверждён. Повторите или возьмите другой ключ.",
    en: "The passkey was not accepted. Try again or use another one.",
  },
  "access/challenges": {
    zh: "登录请求过多，请一分钟后再试。",
    kk: "Кіру сұраныстары тым көп. Бір минуттан кейін қайталаңыз.",
    ru: "Слишком много попыток входа. Повторите через минуту.",
    en: "Too many people are signing in at once. Try again in a minute.",
  },
  "access/too-many": {
    zh: "尝试次数过多，请稍候再试。",
    kk: "Әрекет тым көп қайталанды. Сәл күтіп, қайталаңыз.",
    ru: "Слишком много попыток. Подождите и повторите.",
    en: "Too many attempts. Wait a moment and try again.",
  },
  "signature/refused": {
    zh: "本设备的签名未被接受。请检查设备时钟，或请值班人员重新登记本设备。",
    kk: "Құрылғының қолтаңбасы қабылданбады. Сағатын тексеріңіз немесе кезекшіден құрылғыны қайта тіркеуді сұраңыз.",
    ru: "Подпись этого устройства не принята. Проверьте его часы или попросите дежурного зарегистрировать устройство заново.",
    en: "This device's signature was not accepted. Check its clock, or ask the duty officer to register it again.",
  },
} as const satisfies Record<string, Texts>;

export type AccessTextId = keyof typeof accessTexts;
