import { useQuery } from "@tanstack/react-query";
import type { EntryDetail } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { Mark } from "../../ui/Mark.tsx";
import { problemText } from "../../ui/problem-text.ts";
import { problemOf } from "../asking/asked.ts";
import { download } from "../csv/download.ts";
import { type EntryProof, proveHere } from "./entry-proof.ts";
import { fetchBundle } from "./fetch-bundle.ts";
import { type KeySight, seeKey } from "./known-key.ts";
import { ProofPicture } from "./ProofPicture.tsx";

type Proven = { readonly proof: EntryProof; readonly bundle: string; readonly sight: KeySight | undefined };

/** The proof, run in this browser and drawn; the node's own word is not asked. */
export function ProofSection({ detail }: { readonly detail: EntryDetail }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { number } = detail.row;
  const { data, error } = useQuery({
    queryKey: ["proof", number, detail.proof.checkpoint],
    queryFn: () => prove(detail),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const problem = problemOf(error);
  return (
    <section className="proof">
      <h3>{text("console.proof")}</h3>
      {problem ? <p className="ui-error">{problemText(problem, locale, text)}</p> : null}
      {data ? (
        <Told detail={detail} proven={data} />
      ) : problem ? null : (
        <p className="quiet">{text("console.proof.busy")}</p>
      )}
    </section>
  );
}

function Told({ detail, proven }: { readonly detail: EntryDetail; readonly proven: Proven }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { proof, bundle, sight } = proven;
  const [isOpen, setOpen] = useState(false);
  const figures = { size: formatInteger(locale, detail.proof.treeSize) };
  const { number } = detail.row;
  return (
    <>
      <ProofPicture number={number} size={detail.proof.treeSize} siblings={proof.siblings} holds={proof.holds} />
      <ul className="proof-steps">
        {proof.steps.map(({ name, holds }) => (
          <li key={name}>
            <Mark mark={holds ? "ok" : "stop"} label={text(holds ? "ui.mark.ok" : "ui.mark.stop")} />
            {text(`console.proof.${name}`, figures)}
          </li>
        ))}
        {sight ? (
          <li>
            <Mark
              mark={sight === "same" ? "ok" : "note"}
              label={text(sight === "same" ? "ui.mark.ok" : "ui.mark.note")}
            />
            {text(`console.key.${sight}`)}
          </li>
        ) : null}
      </ul>
      <div className="proof-acts">
        <Button onPress={() => download(`entry-${number}.jsonl`, "application/jsonl", [bundle])}>
          {text("console.proof.take")}
        </Button>
        <Button tone="plain" onPress={() => setOpen(!isOpen)}>
          {text(isOpen ? "console.proof.hide" : "console.proof.show")}
        </Button>
      </div>
      {isOpen ? (
        <dl className="facts mono">
          <Pair name={text("console.column.hash")} value={detail.row.hash} />
          <Pair name={text("console.proof.checkpoint.text")} value={detail.proof.checkpoint} />
          {proof.receipt ? <Pair name={text("console.proof.receipt.text")} value={proof.receipt.signature} /> : null}
        </dl>
      ) : null}
    </>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The entry's own bundle, which brings key and receipt; then everything is checked here. */
async function prove(detail: EntryDetail): Promise<Proven> {
  const number = String(detail.row.number);
  const bundle = await fetchBundle({ first: number, last: number });
  const proof = await proveHere(detail, bundle);
  const sight = proof.key && seeKey(proof.origin, proof.key, localStorage);
  return { proof, bundle, sight };
}
