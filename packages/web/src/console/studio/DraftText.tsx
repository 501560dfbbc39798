import type { Finding } from "@twinline/rulebook";
import { type ReactNode, useId, useRef } from "react";
import { formatInteger } from "../../format/index.ts";
import { isMessageKey, type MessageKey } from "../../messages/catalogue.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { pathOf } from "./law.ts";
import type { Draft } from "./use-draft.ts";

const ROWS = 14;

/** The draft as the text it is, to be edited by hand, with every finding at its line. */
export function DraftText({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const errors = draft.judged.findings.filter(({ severity }) => severity === "error");
  const own = draft.judged.findings.filter(
    ({ severity, at }) => severity === "warning" && at.file === pathOf(draft.name),
  );
  return (
    <section>
      <h3>
        <label htmlFor={id}>{text("console.studio.text")}</label>
      </h3>
      <textarea
        ref={area}
        id={id}
        className="studio-text"
        rows={ROWS}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
        aria-describedby={`${id}-findings`}
        aria-invalid={errors.length > 0}
      />
      <ul id={`${id}-findings`} className="studio-findings" aria-live="polite">
        {[...errors, ...own].map((finding) => (
          <FindingItem
            key={`${finding.at.line}:${finding.at.column} ${finding.sentence}`}
            finding={finding}
            onGo={finding.at.file === pathOf(draft.name) ? () => goTo(area.current, finding) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

type Props = { readonly finding: Finding; readonly onGo: (() => void) | undefined };

function FindingItem({ finding, onGo }: Props): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const line = text("console.studio.line", { line: formatInteger(locale, finding.at.line) });
  return (
    <li data-severity={finding.severity}>
      {onGo ? (
        <button type="button" className="studio-link" onClick={onGo}>
          {line}
        </button>
      ) : (
        <span className="ui-mono">{finding.at.file}</span>
      )}{" "}
      <span className="studio-severity">
        {text(`console.studio.${finding.severity}`)}: {text(subjectOf(finding))}
      </span>{" "}
      <span lang="en">{finding.sentence}</span>
    </li>
  );
}

/** What a finding is about, in the reader's words; its sentence is for whoever writes the language of the law. */
function subjectOf({ id }: Finding): MessageKey {
  const key = `console.studio.finding.${id.slice(0, id.indexOf("/"))}`;
  return isMessageKey(key) ? key : "console.studio.finding.file";
}

/** Puts the cursor on the place of a finding. */
function goTo(area: HTMLTextAreaElement | null, { at }: Finding): void {
  if (!area) return;
  const before = area.value.split("\n").slice(0, at.line - 1);
  const place = before.reduce((sum, line) => sum + line.length + 1, at.column - 1);
  area.focus();
  area.setSelectionRange(place, place);
}
