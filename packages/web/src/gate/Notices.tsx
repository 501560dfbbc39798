import type { ReactNode } from "react";
import { formatAge, formatDate, formatInteger, formatTime } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import type { GateActions, GateView, Notice } from "./view.ts";

const SHOWN = 2;

/** Calm news in the corner; they never cover the work and never ask to be answered first. */
export function Notices({ view, on }: { readonly view: GateView; readonly on: GateActions }): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const rest = view.notices.length - SHOWN;
  return (
    <div className="notices" role="status">
      {view.notices.slice(0, SHOWN).map((notice) => (
        <div className="ui-notice" key={keyOf(notice)}>
          <p>
            <NoticeText notice={notice} timeZone={view.timeZone} />
          </p>
          {canDismiss(notice) ? (
            <Button tone="plain" onPress={() => on.dismiss(notice)}>
              {text("ui.seen")}
            </Button>
          ) : null}
        </div>
      ))}
      {rest > 0 ? <p className="notices-rest">{text("ui.more", { count: formatInteger(locale, rest) })}</p> : null}
    </div>
  );
}

function NoticeText({ notice, timeZone }: { readonly notice: Notice; readonly timeZone: string }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  switch (notice.kind) {
    case "rulebook-changed": {
      const day = formatDate(locale, Temporal.PlainDate.from(notice.rulebook.law), "long");
      return text("gate.notice.rulebook", { title: word(notice.rulebook.title), day });
    }
    case "lists-stale":
      return text("gate.notice.lists", { age: formatAge(locale, notice.age) });
    case "printer-missing":
      return text("gate.notice.printer");
    case "caught-up": {
      const [count, findings] = [notice.count, notice.findings].map((one) => formatInteger(locale, one));
      const sent = text("gate.notice.caught-up", { count: count! });
      return notice.findings === 0 ? sent : `${sent} ${text("gate.notice.findings", { count: findings! })}`;
    }
    case "found":
      return text("gate.notice.found", {
        verdict: text(`ui.verdict.${notice.answer.verdict}`),
        number: String(notice.answer.receipt.number),
        time: formatTime(Temporal.Instant.from(notice.answer.receipt.at), timeZone),
      });
    case "absent":
      return text("gate.notice.absent", { time: formatTime(Temporal.Instant.from(notice.madeAt), timeZone) });
  }
}

function canDismiss({ kind }: Notice): boolean {
  return kind === "rulebook-changed" || kind === "caught-up" || kind === "found" || kind === "absent";
}

function keyOf(notice: Notice): string {
  if (notice.kind === "rulebook-changed") return notice.rulebook.hash;
  return "key" in notice ? notice.key : notice.kind;
}
