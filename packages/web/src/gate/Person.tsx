import type { CodeLists, Traveller } from "@twinline/api";
import type { ReactNode } from "react";
import { formatDate, type Locale } from "../format/index.ts";
import type { MessageKey } from "../messages/catalogue.ts";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import type { Phase } from "./gate-state.ts";

type Props = { readonly phase: Phase; readonly codes: CodeLists | undefined };

/** The traveller as the node read the document; the places stay when there is nobody, so the eye keeps them. */
export function Person({ phase, codes }: Props): ReactNode {
  const { locale } = useLanguage();
  const word = useTexts();
  const traveller = phase.kind === "decided" ? phase.answer.traveller : undefined;
  const kind = codes?.documentKinds.find(({ code }) => code === traveller?.documentKind);
  return (
    <div className="person">
      <p className="person-name">{traveller?.name || "—"}</p>
      <p className="person-document">
        {kind ? word(kind.label) : (traveller?.documentKind ?? "—")}{" "}
        <span className="ui-mono">{traveller?.documentNumber}</span>
      </p>
      <dl>
        {factsOf(traveller, locale).map(([key, value]) => (
          <Fact key={key} name={key} value={value} />
        ))}
      </dl>
      {(traveller?.notes ?? []).map((note) => (
        <p className="person-note" key={note.en}>
          {word(note)}
        </p>
      ))}
    </div>
  );
}

function Fact({ name, value }: { readonly name: MessageKey; readonly value: string }): ReactNode {
  const text = useText();
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function factsOf(traveller: Traveller | undefined, locale: Locale): readonly (readonly [MessageKey, string])[] {
  const day = (text: string | undefined): string => (text ? formatDate(locale, Temporal.PlainDate.from(text)) : "—");
  return [
    ["gate.nationality", traveller?.nationality ?? "—"],
    ["gate.born", day(traveller?.born)],
    ["gate.expires", day(traveller?.expires)],
  ];
}
