import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { formatInteger } from "../format/index.ts";
import { Button } from "../ui/Button.tsx";
import { useLanguage, useText } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import { SEALS_PER_SHEET, SealSheet } from "./SealSheet.tsx";
import type { Printed } from "./send-paper.ts";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly onPrint: GateActions["printSeals"] };

/** One sheet of seals: first the node takes them into its register, then they are printed. */
export function PrintSeals({ view, onPrint }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [printed, setPrinted] = useState<Printed | undefined>();
  const run = printed?.kind === "ok" ? printed.value : undefined;
  useEffect(() => {
    if (run !== undefined) window.print();
  }, [run]);
  const print = async (): Promise<void> => {
    setBusy(true);
    setPrinted(await onPrint(SEALS_PER_SHEET));
    setBusy(false);
  };
  return (
    <>
      <Button isDisabled={isBusy || view.node.packAge !== undefined} onPress={() => void print()}>
        {text("gate.seals.print")}
      </Button>
      {run === undefined ? null : (
        <>
          <p role="status">
            {text("gate.seals.ready", { series: run.series, count: formatInteger(locale, run.count) })}
          </p>
          {createPortal(<SealSheet view={view} series={run.series} count={run.count} />, document.body)}
        </>
      )}
      {printed?.kind === "problem" ? (
        <p className="ui-error" role="alert">
          {problemText(printed.problem, locale, text)}
        </p>
      ) : null}
    </>
  );
}
