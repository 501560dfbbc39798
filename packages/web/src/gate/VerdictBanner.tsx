import type { PassageAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { formatDate, formatInteger, formatTime } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { VerdictShape } from "../ui/VerdictShape.tsx";
import { TURN_KEY } from "./actions.ts";
import type { Away } from "./away/pass-away.ts";
import { quietWords } from "./quiet-words.ts";
import { refusedSlips } from "./slip-words.ts";
import { verdictSentence } from "./verdict-words.ts";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: GateActions };

/** One glance: the verdict. Without a verdict the same place says calmly what is going on, never in a verdict's colour. */
export function VerdictBanner({ view, on }: Props): ReactNode {
  const { phase } = view.state;
  return phase.kind === "decided" ? (
    <Decided answer={phase.answer} away={phase.away} timeZone={view.timeZone} on={on} />
  ) : (
    <Quiet view={view} />
  );
}

type DecidedProps = {
  readonly answer: PassageAnswer;
  readonly away: Away | undefined;
  readonly timeZone: string;
  readonly on: GateActions;
};

function Decided({ answer, away, timeZone, on }: DecidedProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const law = formatDate(locale, Temporal.PlainDate.from(answer.rulebook.law));
  return (
    <section className="verdict" data-verdict={answer.verdict} aria-label={text("gate.verdict")}>
      <VerdictShape verdict={answer.verdict} size={104} />
      <div className="verdict-words" role="alert">
        <p className="verdict-word">{text(wordOf(answer))}</p>
        <p className="verdict-sentence">{verdictSentence(answer, locale, text)}</p>
        <RefusedSlips answer={answer} />
      </div>
      <div className="verdict-source">
        <Button onPress={() => on.setTurned(true)}>
          {text("gate.turn")} <KeyHint name={TURN_KEY} />
        </Button>
        <p title={answer.rulebook.hash}>
          {word(answer.rulebook.title)}
          <br />
          {text("gate.law", { day: law })}
          {away ? null : ` · № ${answer.receipt.number}`}
        </p>
        {away ? <AwaySource away={away} timeZone={timeZone} /> : null}
      </div>
    </section>
  );
}

/** The passage stands, but goods of these slips were not cleared with it: the officer must see that at once. */
function RefusedSlips({ answer }: Pick<DecidedProps, "answer">): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const n = refusedSlips(answer);
  return n === 0 ? null : (
    <p className="verdict-slips">{text("gate.slips.refused", { n, count: formatInteger(locale, n) })}</p>
  );
}

/** Whose decision this is when the node had no part in it, its number there, and how old its data was. */
function AwaySource({ away, timeZone }: { readonly away: Away; readonly timeZone: string }): ReactNode {
  const text = useText();
  const time = formatTime(Temporal.Instant.from(away.asOf), timeZone);
  return (
    <p className="verdict-away">
      {text("gate.away.source")} · № {away.sequence}
      <br />
      {text("gate.away.asof", { time })}
    </p>
  );
}

function wordOf({ verdict, direction, overridden }: PassageAnswer) {
  if (overridden) return `gate.verdict.${verdict}.overridden` as const;
  return direction === "out" && verdict === "admit" ? "gate.verdict.leave" : (`ui.verdict.${verdict}` as const);
}

function Quiet({ view }: { readonly view: GateView }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { head, sentence } = quietWords(view, locale, text);
  return (
    <section className="verdict" data-verdict="none" aria-label={text("gate.verdict")}>
      <div className="verdict-words" role="status">
        <p className="verdict-word">{head}</p>
        <p className="verdict-sentence">{sentence}</p>
      </div>
    </section>
  );
}
