import { useQuery } from "@tanstack/react-query";
import type { ErasureList, ErasureRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { RefuseDialog } from "./RefuseDialog.tsx";
import { RequestTable } from "./RequestTable.tsx";

type Chosen = { readonly row: ErasureRow; readonly answer: "erase" | "refuse" };

/** Requests of people that their data be destroyed, the most urgent first. */
export function RequestsScene(): ReactNode {
  const text = useText();
  const query = useQuery({ queryKey: ["requests"], queryFn: () => asked("erasureRequests") });
  const [chosen, setChosen] = useState<Chosen>();
  const { data } = query;
  const close = (): void => setChosen(undefined);
  return (
    <Scene title={text("console.requests")} asking={askingOf({ ...query, isPlaceholderData: false })}>
      {data ? <Terms list={data} /> : null}
      <RequestTable
        rows={data?.rows ?? []}
        may={data?.may ?? []}
        refusals={data?.refusals ?? []}
        onAnswer={(row, answer) => setChosen({ row, answer })}
      />
      {chosen?.answer === "erase" ? <EraseDialog row={chosen.row} onClose={close} /> : null}
      {chosen?.answer === "refuse" && data ? (
        <RefuseDialog row={chosen.row} refusals={data.refusals} onClose={close} />
      ) : null}
    </Scene>
  );
}

/** Figures that the answers rest on, and that they are no law. */
function Terms({ list: { answerDays, retentionDays } }: { readonly list: ErasureList }): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const kept =
    retentionDays === undefined
      ? text("console.requests.kept.unknown")
      : text("console.requests.kept.days", {
          days: formatInteger(locale, retentionDays.value),
          source: retentionDays.source,
        });
  return (
    <p className="quiet">
      {text("console.requests.days", { days: formatInteger(locale, answerDays.value) })} {kept}
    </p>
  );
}
