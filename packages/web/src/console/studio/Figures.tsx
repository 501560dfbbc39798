import type { CheckedRulebook, Parameter, ParameterVersion } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { figureLines } from "./figure-text.ts";
import { useReader } from "./studio-context.ts";

type Props = {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
  readonly rulebook: CheckedRulebook;
};

/** The figures of one dated version, one below the other under their keys. */
export function Figures({ parameter, version, rulebook }: Props): ReactNode {
  const reader = useReader();
  const lines = figureLines(parameter, version, { ...reader, rulebook });
  return (
    <ul className="studio-figures">
      {lines.map(({ key, value }) => (
        <li key={key ?? ""}>
          {key === undefined ? null : <span>{key}</span>}
          <strong>{value}</strong>
        </li>
      ))}
    </ul>
  );
}
