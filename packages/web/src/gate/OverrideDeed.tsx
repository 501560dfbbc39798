import type { PassageAnswer, Verdict } from "@twinline/api";
import { type ReactNode, useEffect, useState } from "react";
import { formatTime } from "../format/index.ts";
import { useText, useTexts } from "../ui/language.ts";
import { type Override, overrideContent } from "./override-content.ts";
import { decidingReason } from "./verdict-words.ts";
import type { GateView } from "./view.ts";

type Props = {
  readonly view: GateView;
  readonly answer: PassageAnswer;
  readonly verdict: Verdict;
  readonly reason: string;
};

/** Everything that a second officer signs for: whose passage, what the rules said and why, what is to hold, on what ground. */
export function OverrideDeed({ view, ...deed }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const mark = useMark(deed);
  const { receipt, direction, traveller } = deed.answer;
  const rule = decidingReason(deed.answer);
  const ground = view.codes?.overrideReasons.find(({ code }) => code === deed.reason);
  const time = formatTime(Temporal.Instant.from(receipt.at), view.timeZone);
  const place = `${word(view.gateLabel)}, ${text("gate.lane", { lane: view.lane })}`;
  const cites = rule?.citations.map(({ cite }) => word(cite)).join("; ");
  return (
    <dl className="override-deed">
      <dt>{text("gate.override.passage")}</dt>
      <dd>
        № {receipt.number} · {text(`gate.direction.${direction}`)} · {place} · {time}
      </dd>
      <dt>{text("gate.override.traveller")}</dt>
      <dd>
        {traveller?.name ?? "—"} · {traveller?.nationality} <span className="ui-mono">{traveller?.documentNumber}</span>
      </dd>
      <dt>{text("gate.override.rules")}</dt>
      <dd>
        {rule === undefined ? "—" : word(rule.text)}
        {cites ? <span className="override-cite">{cites}</span> : null}
      </dd>
      <dt>{text("gate.override.reason")}</dt>
      <dd>{ground ? word(ground.label) : deed.reason}</dd>
      <dt>{text("gate.override.asks")}</dt>
      <dd className="ui-mono">{view.officer}</dd>
      <dt>{text("gate.override.mark")}</dt>
      <dd className="ui-mono override-mark">{mark}</dd>
    </dl>
  );
}

const GROUP = /.{4}/g;
/** Characters of the hash that two people compare by eye; the node compares all of them. */
const SHOWN = 16;

/** Beginning of the hash that the signature is bound to, as the entry will hold it. */
function useMark({ answer, verdict, reason }: Override): string {
  const [mark, setMark] = useState("");
  useEffect(() => {
    let isLeft = false;
    void overrideContent({ answer, verdict, reason }).then((content) => {
      if (!isLeft) setMark((content.slice(0, SHOWN).match(GROUP) ?? []).join(" "));
    });
    return () => {
      isLeft = true;
    };
  }, [answer, verdict, reason]);
  return mark;
}
