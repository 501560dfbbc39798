import type { PassageAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { createIntl } from "react-intl";
import { documentTags, formatDate, formatTime, type Locale, tags } from "../format/index.ts";
import { catalogues, type MessageKey } from "../messages/catalogue.ts";
import { VerdictShape } from "../ui/VerdictShape.tsx";
import { QrCode } from "./QrCode.tsx";
import { verdictSentence } from "./verdict-words.ts";

type Props = {
  readonly answer: PassageAnswer;
  readonly languages: readonly [Locale, ...Locale[]];
  readonly timeZone: string;
};
type Values = Readonly<Record<string, string | number>>;

/** The paper in the traveller's hand: A6, black on white, the same three rooms, in three languages. */
export function PassSheet({ answer, languages, timeZone }: Props): ReactNode {
  const { receipt } = answer;
  return (
    <article className="ui-print pass">
      <header>
        <p className="pass-number">№ {receipt.number}</p>
        <p>
          {answer.traveller?.nationality} ·· {answer.traveller?.documentNumber.slice(-4)}
        </p>
      </header>
      <div className="pass-middle">
        {answer.pass ? (
          <QrCode code={answer.pass} label="QR" quiet={0} />
        ) : (
          <VerdictShape verdict={answer.verdict} size={150} />
        )}
        <div>
          {languages.map((language) => (
            <PassWords key={language} answer={answer} language={language} />
          ))}
        </div>
      </div>
      <footer>
        <p>
          {formatDate(languages[0], Temporal.Instant.from(receipt.at).toZonedDateTimeISO(timeZone).toPlainDate())}{" "}
          {formatTime(Temporal.Instant.from(receipt.at), timeZone)} · {receipt.origin}
        </p>
        <p className="ui-mono">{receipt.hash.slice(0, 32)}</p>
      </footer>
    </article>
  );
}

function PassWords({ answer, language }: { readonly answer: PassageAnswer; readonly language: Locale }): ReactNode {
  const intl = createIntl({ locale: tags[language], messages: catalogues[language] });
  const text = (id: MessageKey, values: Values = {}): string => intl.formatMessage({ id }, { ...values });
  return (
    <section lang={documentTags[language]}>
      <strong>{text(`visit.verdict.${answer.direction}.${answer.verdict}`)}</strong>
      <p>{verdictSentence(answer, language, text)}</p>
    </section>
  );
}
