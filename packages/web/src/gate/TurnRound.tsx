import type { PassageAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { documentTags, type Locale } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { LanguageProvider } from "../ui/LanguageProvider.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { VerdictShape } from "../ui/VerdictShape.tsx";
import { TURN_KEY } from "./actions.ts";
import { QrCode } from "./QrCode.tsx";
import { decidingReason, verdictSentence } from "./verdict-words.ts";

type Props = {
  readonly answer: PassageAnswer;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
  readonly onClose: () => void;
};

/** The screen turned round: the traveller's language, large, with the code for the phone. The officer's language stays. */
export function TurnRound({ answer, language, onLanguage, onClose }: Props): ReactNode {
  return (
    <ModalOverlay className="ui-veil" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="turned">
        <LanguageProvider locale={language} choose={onLanguage} whole={false}>
          <Face answer={answer} onClose={onClose} />
        </LanguageProvider>
      </Modal>
    </ModalOverlay>
  );
}

function Face({ answer, onClose }: { readonly answer: PassageAnswer; readonly onClose: () => void }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const said = answer.verdict === "admit" ? undefined : decidingReason(answer);
  const grounds = answer.reasons.filter((reason) => reason.mark !== "ok" && reason !== said);
  return (
    <AriaDialog className="turned-face" lang={documentTags[locale]}>
      <div className="turned-top">
        <LanguageSwitch />
        <Button onPress={onClose}>
          {text("ui.close")} <KeyHint name={TURN_KEY} />
        </Button>
      </div>
      <div className="turned-verdict" data-verdict={answer.verdict}>
        <VerdictShape verdict={answer.verdict} size={140} />
        <div>
          <Heading slot="title">{text(`visit.verdict.${answer.direction}.${answer.verdict}`)}</Heading>
          <p>{verdictSentence(answer, locale, text)}</p>
        </div>
        {answer.pass ? <QrCode code={answer.pass} label={text("gate.pass.code")} /> : null}
      </div>
      {grounds.length > 0 ? (
        <ul className="turned-grounds">
          {grounds.map((reason) => (
            <li key={reason.rule}>
              {word(reason.text)} <small>{reason.citations.map(({ cite }) => word(cite)).join("; ")}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </AriaDialog>
  );
}
