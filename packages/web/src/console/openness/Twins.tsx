import type { OpennessAnswer } from "@twinline/api";
import { type ReactNode, useMemo, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Explanation } from "../entries/Explanation.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { Picture } from "../lab/Picture.tsx";
import { useWhen } from "../shell/use-when.ts";
import { twinPicture } from "./picture.ts";
import "../entries/entries.css";

type Answer = NonNullable<OpennessAnswer["twins"]>;
type Passport = Answer["passports"][number];
type Example = Answer["examples"][number];

type Props = { readonly twins: Answer; readonly nameOf: (rule: string) => string };

/** The same traveller with another passport: how often the outcome differs, and at which provision the decisions part. */
export function Twins({ twins, nameOf }: Props): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const when = useWhen();
  const { locale } = useLanguage();
  const kindOf = (kind: string): string => wordOr(text, `open.kind.${kind}`, kind);
  const sum = (key: "compared" | "different"): number => twins.passports.reduce((all, one) => all + one[key], 0);
  const count = (value: number): string => formatInteger(locale, value);
  const options = useMemo(() => twinPicture(twins.passports, locale), [twins, locale]);
  const finding = text("open.twins.finding", { different: count(sum("different")), compared: count(sum("compared")) });
  const { sample } = twins;
  return (
    <>
      <section className="lab-panel">
        <h2>{text("open.twins")}</h2>
        <div className="lab-columns">
          <Picture
            title={finding}
            note={`${text("open.twins.note")}; * ${text("open.kind.own-passport")}`}
            options={options}
          />
          <FigureTable<Passport>
            label={text("open.twins")}
            file="openness-twins"
            rows={twins.passports}
            keyOf={({ passport, kind }) => `${passport} ${kind}`}
            columns={[
              { id: "passport", label: text("open.passport"), value: ({ passport }) => passport },
              { id: "kind", label: text("open.kind"), value: ({ kind }) => kindOf(kind) },
              { id: "compared", label: text("open.compared"), value: ({ compared }) => compared },
              { id: "different", label: text("open.different"), value: ({ different }) => different },
              { id: "unanswered", label: text("open.unanswered"), value: ({ unanswered }) => unanswered },
            ]}
          />
        </div>
        <p className="lab-source">
          {text("open.sample-line", {
            events: count(sample.events),
            people: count(sample.people),
            from: when.day(sample.from),
            to: when.day(sample.to),
          })}
        </p>
      </section>
      {twins.provisions.length > 0 ? (
        <section className="lab-panel">
          <h2>{text("open.parting")}</h2>
          <FigureTable<Answer["provisions"][number]>
            label={text("open.parting")}
            file="openness-provisions"
            rows={twins.provisions}
            keyOf={({ rule, rows }) => `${rule} ${rows}`}
            sorting={{ column: "events", isDescending: true }}
            columns={[
              { id: "rule", label: text("open.rule"), value: ({ rule }) => nameOf(rule) },
              { id: "rows", label: text("open.place"), value: ({ rows }) => rows },
              { id: "events", label: text("open.different"), value: ({ events }) => events },
              {
                id: "provision",
                label: text("open.provision"),
                value: ({ provisions }) => provisions.map(({ cite }) => word(cite)).join("; "),
              },
            ]}
          />
        </section>
      ) : null}
      <Examples examples={twins.examples} />
    </>
  );
}

const SHOWN = 8;

function Examples({ examples }: { readonly examples: readonly Example[] }): ReactNode {
  const text = useLabText();
  const when = useWhen();
  const { locale } = useLanguage();
  const [opened, open] = useState<Example>();
  if (examples.length === 0) return null;
  return (
    <section className="lab-panel">
      <h2>{text("open.examples")}</h2>
      <div className="row-acts lab-wrap">
        {examples.slice(0, SHOWN).map((example) => (
          <Button
            key={`${example.passport} ${example.kind} ${example.passage} ${example.line}`}
            onPress={() => open(example)}
          >
            {`${example.passport} · № ${formatInteger(locale, example.passage)} · ${when.day(example.day)}`}
          </Button>
        ))}
      </div>
      {opened ? (
        <Dialog title={text("open.twins")} onClose={() => open(undefined)} wide>
          <div className="lab-columns">
            <section>
              <h3>{text("open.own")}</h3>
              <Explanation lines={opened.own.explanation} />
            </section>
            <section>
              <h3>{text("open.twin", { passport: opened.passport })}</h3>
              <Explanation lines={opened.twin.explanation} />
            </section>
          </div>
          <div className="ui-dialog-buttons">
            <Button onPress={() => open(undefined)}>{text("lab.close")}</Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
