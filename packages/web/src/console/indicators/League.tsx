import { dot, link, text as marks, ruleX } from "@observablehq/plot";
import { useQuery } from "@tanstack/react-query";
import type { IndicatorBoard, LeagueAnswer } from "@twinline/api";
import { type ReactNode, useMemo, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { asked, problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { shareText } from "../lab/number-text.ts";
import { Picture, type PlotOptions } from "../lab/Picture.tsx";
import { patient } from "../lab/patient.ts";
import { useNames } from "./use-names.ts";

const PLACES_LEAST = 3;

type Plan = { readonly period: string; readonly indicators: readonly string[]; readonly units: readonly string[] };

/** Periods in which at least three places have figures of all the indicators that are compared, the newest first. */
function plansOf({ observations, indicators }: IndicatorBoard): readonly Plan[] {
  const judged = new Set(indicators.filter(({ direction }) => direction !== 0).map(({ code }) => code));
  const usable = observations.filter(
    ({ indicator, value, usable: use }) => value !== null && use !== false && judged.has(indicator),
  );
  const periods = [...new Set(usable.map(({ period }) => period))].sort().reverse();
  return periods.flatMap((period) => {
    const own = Map.groupBy(
      usable.filter((one) => one.period === period),
      ({ indicator }) => indicator,
    );
    const placesOf = (code: string): ReadonlySet<string> => new Set(own.get(code)?.map(({ unit }) => unit));
    const widest = [...own.keys()].sort((a, b) => placesOf(b).size - placesOf(a).size);
    let plan: Plan = { period, indicators: [], units: [...placesOf(widest[0] ?? "")] };
    for (const code of widest) {
      const common = plan.units.filter((unit) => placesOf(code).has(unit));
      if (common.length >= PLACES_LEAST) plan = { period, indicators: [...plan.indicators, code], units: common };
    }
    return plan.indicators.length === 0 ? [] : [plan];
  });
}

/** Places in order, with the interval in which their rank moves when the choices of the index move. */
export function League({ board }: { readonly board: IndicatorBoard }): ReactNode {
  const text = useLabText();
  const nameOf = useNames(board);
  const plans = useMemo(() => plansOf(board), [board]);
  const [period, choose] = useState<string>();
  const widest = plans.toSorted(
    (a, b) => b.units.length * b.indicators.length - a.units.length * a.indicators.length,
  )[0];
  const plan = plans.find((one) => one.period === period) ?? widest;
  const query = useQuery({
    ...patient,
    queryKey: ["league", plan],
    enabled: plan !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => asked("league", { body: plan }),
  });
  return (
    <section className="lab-panel">
      <h2>{text("ind.league")}</h2>
      {plan === undefined ? (
        <p className="quiet">{text("ind.league.none")}</p>
      ) : (
        <div className="lab-form">
          <Select
            label={text("ind.league.period")}
            value={plan.period}
            onChange={choose}
            empty=""
            options={plans.map((one) => ({ value: one.period, label: one.period }))}
          />
          <p className="quiet">
            {text("ind.league.by")}: {plan.indicators.map(nameOf).join(", ")}
          </p>
        </div>
      )}
      <ProblemLine problem={problemOf(query.error)} />
      {query.data ? <Ranks league={query.data} nameOf={nameOf} /> : null}
    </section>
  );
}

type RanksProps = { readonly league: LeagueAnswer; readonly nameOf: (code: string) => string };

function Ranks({ league, nameOf }: RanksProps): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const options = useMemo(() => rankPicture(league, nameOf, text), [league, nameOf, text]);
  const first = league.ranks[0];
  const strongest = league.choices.toSorted((a, b) => b.totalOrder - a.totalOrder)[0];
  return (
    <>
      <Picture
        title={first ? `${nameOf(first.unit)}: ${rankText(first, text)}` : text("lab.empty")}
        note={text("ind.league.note", { draws: formatInteger(locale, league.draws) })}
        options={options}
      />
      {strongest ? (
        <p className="lab-source">
          {text("ind.league.choice", {
            choice: wordOr(text, `ind.choice.${strongest.choice}`, strongest.choice),
            share: shareText(locale, strongest.totalOrder),
          })}
        </p>
      ) : null}
      {league.leftOut.length > 0 ? (
        <p className="lab-source">{text("ind.league.left-out", { list: league.leftOut.map(nameOf).join(", ") })}</p>
      ) : null}
    </>
  );
}

type Rank = LeagueAnswer["ranks"][number];

function rankText({ rank, low, high }: Rank, text: ReturnType<typeof useLabText>): string {
  return text("ind.rank", { rank, low, high });
}

function rankPicture(
  { ranks }: LeagueAnswer,
  nameOf: (code: string) => string,
  text: ReturnType<typeof useLabText>,
): PlotOptions {
  const rows = ranks.map((rank) => ({ ...rank, name: nameOf(rank.unit), said: rankText(rank, text) }));
  return {
    width: 960,
    height: 40 + rows.length * 26,
    marginLeft: 230,
    marginRight: 130,
    x: { label: null, axis: null, domain: [0.5, rows.length + 0.5] },
    y: { type: "point", label: null, domain: rows.map(({ name }) => name) },
    marks: [
      ruleX(
        rows.map((_, at) => at + 1),
        { stroke: "var(--line)" },
      ),
      link(rows, { x1: "low", x2: "high", y1: "name", y2: "name", stroke: "var(--used)", strokeWidth: 5 }),
      dot(rows, { x: "rank", y: "name", r: 6, fill: "var(--jade)" }),
      marks(rows, { frameAnchor: "right", dx: 120, y: "name", text: "said", textAnchor: "end" }),
    ],
  };
}
