import { useQuery } from "@tanstack/react-query";
import type { AtlasAnswer } from "@twinline/api";
import { type ReactNode, useMemo, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { asked } from "../asking/asked.ts";
import { Scene } from "../asking/Scene.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { Legend, Picture } from "../lab/Picture.tsx";
import { patient } from "../lab/patient.ts";
import { AtlasTables } from "./AtlasTables.tsx";
import { atlasPicture } from "./picture.ts";
import "../lab/lab.css";

/** Places, zones, corridors and the roles that the network itself gives: a schematic by codes, never a map. */
export function AtlasScene(): ReactNode {
  const text = useLabText();
  const [lost, lose] = useState("");
  const [from = "", to = ""] = lost.split("|");
  const body = lost === "" ? {} : { without: [{ from, to }] };
  const query = useQuery({
    ...patient,
    queryKey: ["atlas", body],
    queryFn: () => asked("atlas", { body }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (last) => last,
  });
  const { data } = query;
  return (
    <Scene
      title={text("atl.title")}
      asking={{
        isPending: query.isPending,
        isFetching: query.isPlaceholderData,
        error: query.error,
        hasData: data !== undefined,
      }}
    >
      {data ? (
        <div className="lab-body">
          <Schematic answer={data} lost={lost} lose={lose} />
          <AtlasTables answer={data} />
        </div>
      ) : null}
    </Scene>
  );
}

type Props = { readonly answer: AtlasAnswer; readonly lost: string; readonly lose: (link: string) => void };

const ALL = "*";

function Schematic({ answer, lost, lose }: Props): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const [country, choose] = useState(ALL);
  const { atlas, roles, changes } = answer;
  const nameOf = (code: string): string => {
    const found = atlas.places.find((place) => place.code === code)?.name;
    return found ? word(found) : code;
  };
  const options = useMemo(
    () => atlasPicture(answer, { country: country === ALL ? undefined : country, lost, word }),
    [answer, country, lost, word],
  );
  const countries = [...new Set(atlas.places.map((place) => place.country))].sort();
  const link = (one: { readonly from: string; readonly to: string }) => ({
    value: `${one.from}|${one.to}`,
    label: `${nameOf(one.from)} – ${nameOf(one.to)}`,
  });
  return (
    <section className="lab-panel">
      <div className="lab-form">
        <Select
          label={text("atl.country")}
          value={country}
          onChange={choose}
          empty=""
          options={[{ value: ALL, label: text("atl.all") }, ...countries.map((code) => ({ value: code, label: code }))]}
        />
        <Select
          label={text("atl.what-if")}
          value={lost === "" ? ALL : lost}
          onChange={(value) => lose(value === ALL ? "" : value)}
          empty=""
          options={[{ value: ALL, label: text("atl.what-if.none") }, ...atlas.links.map(link)]}
        />
      </div>
      {lost === "" ? null : <RoleChanges changes={changes} nameOf={nameOf} />}
      <Picture
        title={text("atl.picture", {
          places: formatInteger(locale, atlas.places.length),
          links: formatInteger(locale, atlas.links.length),
        })}
        note={text("atl.picture.note")}
        options={options}
        legend={
          <Legend
            items={[
              ["var(--jade)", text("atl.role.central")],
              ["var(--focus)", text("atl.role.port")],
              ["var(--ink)", text("atl.role.axis")],
              ["var(--used)", text("atl.role.none")],
            ]}
          />
        }
      />
      <p className="lab-source">
        {word(roles.rule)} {word(roles.doubt)}
      </p>
    </section>
  );
}

type ChangesProps = {
  readonly changes: AtlasAnswer["changes"];
  readonly nameOf: (code: string) => string;
};

/** Whose role another network would change. */
function RoleChanges({ changes, nameOf }: ChangesProps): ReactNode {
  const text = useLabText();
  const said = changes.map(({ place, before, after }) => {
    const list = (names: readonly string[]) =>
      names.map((name) => wordOr(text, `atl.role.${name}`, name)).join("+") || text("atl.role.none");
    return `${nameOf(place)} (${list(before)} → ${list(after)})`;
  });
  return (
    <p role="status">
      {said.length === 0 ? text("atl.what-if.same") : text("atl.what-if.changes", { list: said.join("; ") })}
    </p>
  );
}
