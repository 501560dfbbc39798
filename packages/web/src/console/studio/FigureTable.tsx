import { labelText, type Parameter, type ParameterVersion } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { dayText } from "./day-text.ts";
import { Figures } from "./Figures.tsx";
import { Sources } from "./Sources.tsx";
import { useReader, useStudio } from "./studio-context.ts";

/** Figures of the law with every date from which one holds, and where it is written. */
export function FigureTable(): ReactNode {
  const text = useText();
  const { shown } = useStudio();
  return (
    <table className="studio-table" data-kind="figures">
      <thead>
        <tr>
          <th scope="col">{text("console.studio.figure")}</th>
          <th scope="col">{text("console.studio.from")}</th>
          <th scope="col">{text("console.studio.value")}</th>
          <th scope="col">{text("console.studio.source")}</th>
        </tr>
      </thead>
      {shown.parameters.map((parameter) => (
        <FigureRows key={parameter.name} parameter={parameter} />
      ))}
    </table>
  );
}

function FigureRows({ parameter }: { readonly parameter: Parameter }): ReactNode {
  const { law, shown } = useStudio();
  const { locale } = useReader();
  const { name, versions } = parameter;
  const old = new Set(law.rulebook.parameters.find((one) => one.name === name)?.versions.map(meaningOf));
  return (
    <tbody>
      {versions.map((version, at) => (
        <tr key={version.from} {...(old.has(meaningOf(version)) ? {} : { "data-draft": "" })}>
          {at === 0 ? (
            <th scope="rowgroup" rowSpan={versions.length}>
              <PartButton name={name} />
            </th>
          ) : null}
          <td className="studio-day">{dayText(locale, version.from)}</td>
          <td>
            <Figures parameter={parameter} version={version} rulebook={shown} />
          </td>
          <td>
            <Sources source={version.source} confidence={version.confidence} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** A version without its place in the file. */
function meaningOf({ at: _at, ...rest }: ParameterVersion): string {
  return JSON.stringify(rest);
}

/** The name of a part of the law: opens its history; beside it the way to change it, where one may propose. */
export function PartButton({ name, isFixed }: { readonly name: string; readonly isFixed?: boolean }): ReactNode {
  const { law, look, change, looking, mayPropose } = useStudio();
  const { locale } = useReader();
  const text = useText();
  const label = labelText(law.rulebook, locale, name);
  const isOpen = looking?.kind === "part" && looking.name === name;
  return (
    <span className="studio-part">
      <button type="button" className="studio-name" aria-pressed={isOpen} onClick={() => look({ kind: "part", name })}>
        {label}
      </button>
      {mayPropose && !isFixed ? (
        <button
          type="button"
          className="studio-change"
          aria-label={text("console.studio.change.of", { name: label })}
          onClick={() => change(name)}
        >
          {text("console.studio.change")}
        </button>
      ) : null}
    </span>
  );
}
