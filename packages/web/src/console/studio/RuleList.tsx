import type { Rule, RuleVersion } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { PartButton } from "./FigureTable.tsx";
import { Sources } from "./Sources.tsx";
import { useStudio } from "./studio-context.ts";
import { Wording } from "./Wording.tsx";

/** Every rule in the order in which each follows all that it reads, as it stands in its newest wording. */
export function RuleList(): ReactNode {
  const { shown } = useStudio();
  return (
    <ul className="studio-rules">
      {shown.rules.map((rule) => (
        <RuleItem key={rule.name} rule={rule} version={rule.versions.at(-1)!} />
      ))}
    </ul>
  );
}

function RuleItem({ rule, version }: { readonly rule: Rule; readonly version: RuleVersion }): ReactNode {
  return (
    <li>
      <h3>
        <PartButton name={rule.name} />
      </h3>
      <Wording body={version.body} />
      {version.body.kind === "is" ? (
        <p className="studio-cite">
          <Sources source={version.source} />
        </p>
      ) : null}
    </li>
  );
}
