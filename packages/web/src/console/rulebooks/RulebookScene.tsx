import { Link, useParams } from "@tanstack/react-router";
import type { CheckedRulebook } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { formatDate } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useRulebook } from "../asking/use-rulebook.ts";
import { useDesk } from "../shell/desk.ts";
import { dayNumber, dayOf } from "./days.ts";
import { FigureList } from "./FigureList.tsx";
import { RuleList } from "./RuleList.tsx";
import { SourceList } from "./SourceList.tsx";

/** One rulebook to read: its figures with sources and doubts, its rules, the acts it cites. */
export function RulebookScene(): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { hash } = useParams({ from: "/rulebooks/$hash" });
  const query = useRulebook(hash);
  const rulebook = query.data?.rulebook;
  return (
    <Scene
      title={rulebook ? rulebook.label[locale] : text("console.rulebooks")}
      asking={askingOf({ ...query, isPlaceholderData: false })}
      aside={
        <div className="scene-acts">
          <Link to="/rulebooks">{text("console.rulebooks.all")}</Link>
        </div>
      }
    >
      {rulebook ? <Body rulebook={rulebook} inForce={query.data?.inForce ?? false} /> : null}
    </Scene>
  );
}

function Body({ rulebook, inForce }: { readonly rulebook: CheckedRulebook; readonly inForce: boolean }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { status } = useDesk();
  const day = dayNumber(Temporal.PlainDate.from(status.legalDay));
  const { name, hash, covers, clock, note } = rulebook;
  return (
    <div className="law">
      <p>
        <strong>{text(inForce ? "console.rulebooks.in-force" : "console.rulebooks.past")}</strong> ·{" "}
        {text("console.rulebooks.covers", { day: formatDate(locale, dayOf(covers.from)) })} · {clock.zone}
      </p>
      <p className="quiet">
        <span className="ui-mono">{name}</span> <span className="ui-mono law-hash">{hash}</span>
      </p>
      {note ? <p>{note[locale] ?? note.en}</p> : null}
      <nav className="law-contents" aria-label={text("console.rulebooks.contents")}>
        <a href="#figures">{text("console.rulebooks.figures.head")}</a>
        <a href="#rules">{text("console.rulebooks.rules")}</a>
        <a href="#sources">{text("console.rulebooks.sources.head")}</a>
      </nav>
      <FigureList rulebook={rulebook} day={day} />
      <RuleList rulebook={rulebook} day={day} />
      <SourceList rulebook={rulebook} />
    </div>
  );
}
