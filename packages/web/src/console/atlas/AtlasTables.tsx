import type { AtlasAnswer } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Doubt } from "../lab/Doubt.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { numberText, shareText } from "../lab/number-text.ts";

type Place = AtlasAnswer["atlas"]["places"][number];
type Zone = AtlasAnswer["atlas"]["zones"][number];

/** Places with their roles, the source's own examples against them, zones and corridors: all with source and doubt. */
export function AtlasTables({ answer }: { readonly answer: AtlasAnswer }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const { atlas, roles } = answer;
  const nameOf = (code: string | null | undefined): string => {
    const found = atlas.places.find((place) => place.code === code)?.name;
    return found ? word(found) : (code ?? "");
  };
  const measured = new Map(roles.places.map((one) => [one.place, one]));
  const roleText = (names: readonly string[]): string =>
    names.map((name) => wordOr(text, `atl.role.${name}`, name)).join(", ");
  return (
    <>
      <Agreement answer={answer} nameOf={nameOf} roleText={roleText} />
      <section className="lab-panel">
        <h2>{text("atl.places")}</h2>
        <FigureTable<Place>
          label={text("atl.places")}
          file="atlas-places"
          rows={atlas.places}
          keyOf={({ code }) => code}
          columns={[
            { id: "name", label: text("atl.place"), value: ({ name }) => word(name) },
            { id: "country", label: text("atl.country"), value: ({ country }) => country },
            { id: "roles", label: text("atl.roles"), value: ({ code }) => roleText(measured.get(code)?.roles ?? []) },
            {
              id: "links",
              label: text("atl.links"),
              value: ({ code }) => measured.get(code)?.links ?? 0,
              show: ({ code }) => formatInteger(locale, measured.get(code)?.links ?? 0),
            },
            {
              id: "rank",
              label: text("atl.page-rank"),
              value: ({ code }) => measured.get(code)?.pageRank ?? 0,
              show: ({ code }) => numberText(locale, measured.get(code)?.pageRank, 4),
            },
            {
              id: "gateway",
              label: text("atl.gateway"),
              value: ({ code }) => measured.get(code)?.gateway ?? 0,
              show: ({ code }) => shareText(locale, measured.get(code)?.gateway ?? 0),
            },
            {
              id: "doubt",
              label: text("ind.doubt"),
              value: ({ source, confidence }) => `${source} ${confidence}`,
              show: (place) => (
                <>
                  <span className="lab-source">{place.source} </span>
                  <Doubt of={place} />
                </>
              ),
            },
          ]}
        />
      </section>
      <Zones answer={answer} nameOf={nameOf} />
      <Corridors answer={answer} nameOf={nameOf} />
    </>
  );
}

type NamedProps = { readonly answer: AtlasAnswer; readonly nameOf: (code: string | null | undefined) => string };

function Zones({ answer: { atlas }, nameOf }: NamedProps): ReactNode {
  const text = useLabText();
  const word = useTexts();
  return (
    <section className="lab-panel">
      <h2>{text("atl.zones")}</h2>
      <FigureTable<Zone>
        label={text("atl.zones")}
        file="atlas-zones"
        rows={atlas.zones}
        keyOf={({ code }) => code}
        columns={[
          { id: "name", label: text("atl.zone"), value: ({ name }) => word(name) },
          { id: "kind", label: text("atl.zone-kind"), value: ({ kind }) => wordOr(text, `atl.zone.${kind}`, kind) },
          {
            id: "place",
            label: text("atl.place"),
            value: ({ place, pairedPort }) => pair(nameOf(place), nameOf(pairedPort)),
          },
          { id: "since", label: text("ind.period"), value: ({ since = "" }) => since },
          { id: "source", label: text("ind.source"), value: ({ source }) => source },
          {
            id: "doubt",
            label: text("ind.doubt"),
            value: ({ confidence }) => confidence,
            show: (zone) => <Doubt of={zone} />,
          },
        ]}
      />
    </section>
  );
}

function Corridors({ answer: { atlas }, nameOf }: NamedProps): ReactNode {
  const text = useLabText();
  const word = useTexts();
  return (
    <section className="lab-panel">
      <h2>{text("atl.corridors")}</h2>
      <ul>
        {atlas.corridors.map(({ code, name, stops, source }) => (
          <li key={code}>
            <strong>{word(name)}</strong>: {stops.map(nameOf).join(" – ")}{" "}
            <span className="lab-source">{text("lab.source", { source })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function pair(one: string, other: string): string {
  return other === "" ? one : `${one} – ${other}`;
}

type AgreementProps = {
  readonly answer: AtlasAnswer;
  readonly nameOf: (code: string) => string;
  readonly roleText: (names: readonly string[]) => string;
};

function Agreement({ answer: { agreement }, nameOf, roleText }: AgreementProps): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  return (
    <section className="lab-panel">
      <h2>{text("atl.agreement")}</h2>
      <div className="lab-columns">
        {agreement.map(({ role, agreed, examples, source }) => (
          <section key={role}>
            <h3>
              {text("atl.agreement.line", {
                role: wordOr(text, `atl.role.${role}`, role),
                agreed: formatInteger(locale, agreed),
                all: formatInteger(locale, examples.length),
              })}
            </h3>
            <ul>
              {examples.map(({ place, agrees, network }) => (
                <li key={place}>
                  {nameOf(place)}:{" "}
                  {agrees
                    ? text("atl.agrees")
                    : text("atl.differs", { roles: roleText(network) || text("atl.role.none") })}
                </li>
              ))}
            </ul>
            <p className="lab-source">{text("lab.source", { source })}</p>
          </section>
        ))}
      </div>
    </section>
  );
}
