import type { ReactNode } from "react";
import { useText, useTexts } from "../ui/language.ts";
import { QrCode } from "./QrCode.tsx";
import type { GateView } from "./view.ts";

/** Seals of one sheet: as many as an A4 page holds. */
export const SEALS_PER_SHEET = 10;
const DIGITS = 4;

type Props = { readonly view: GateView; readonly series: string; readonly count: number };

/** Paper for the day when nothing works: each seal has a number of its own in the node's register, to be keyed in later. */
export function SealSheet({ view, series, count }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(DIGITS, "0"));
  return (
    <article className="ui-print seals">
      {numbers.map((number) => (
        <section key={number}>
          <QrCode code={`TLS:${series}-${number}`} label={`${series}-${number}`} quiet={0} />
          <div>
            <strong>
              {series}-{number}
            </strong>
            <p>
              {word(view.gateLabel)} · {text("gate.lane", { lane: view.lane })}
            </p>
            <p>{text("gate.seal.sheet.document")} ______________</p>
            <p>{text("gate.seal.sheet.time")} ______________</p>
            <p>
              {(["in", "out"] as const).map((way) => `☐ ${text(`gate.direction.${way}`)} `)}
              {(["admit", "refer", "refuse"] as const).map((one) => ` ☐ ${text(`ui.verdict.${one}`)}`)}
            </p>
            <p>{text("gate.seal.sheet.officer")} ______________</p>
          </div>
        </section>
      ))}
    </article>
  );
}
