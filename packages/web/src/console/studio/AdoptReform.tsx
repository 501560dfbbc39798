import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ProposalLaw, Recorded } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { type Result, resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { asked, problemOf } from "../asking/asked.ts";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";
import { useWhen } from "../shell/use-when.ts";
import { pathOf } from "./law.ts";
import { useStudio } from "./studio-context.ts";

type Props = { readonly hash: string; readonly onClose: () => void };

/** A saved reform becomes law: from which day, by which new lines of the text, and who signs with the first officer. */
export function AdoptReform({ hash, onClose }: Props): ReactNode {
  const text = useText();
  const when = useWhen();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const { run, isBusy, problem } = useDeed("proposals");
  const law = useQuery({ queryKey: ["proposal-law", hash], queryFn: () => asked("proposalLaw", { params: { hash } }) });
  const adopt = async (): Promise<void> => {
    if (law.data === undefined || !(await run(() => adoptAs(hash, law.data, code)))) return;
    onClose();
    await client.invalidateQueries({ queryKey: ["rulebook-files"] });
  };
  return (
    <ConfirmDialog
      title={text("console.studio.adopt.title")}
      act={text("console.studio.adopt.act")}
      isBusy={isBusy || law.data === undefined}
      problem={problem ?? (law.error ? problemOf(law.error) : undefined)}
      onAct={() => void adopt()}
      onClose={onClose}
    >
      {law.data ? (
        <>
          <p>{text("console.studio.adopt.from", { day: when.day(law.data.effective) })}</p>
          <NewLines law={law.data} />
          <SecondFields code={code} onCode={setCode} />
        </>
      ) : null}
    </ConfirmDialog>
  );
}

/** What stands in the text to come and not in the text in force. */
function NewLines({ law: { name, text: whole } }: { readonly law: ProposalLaw }): ReactNode {
  const text = useText();
  const { law } = useStudio();
  const known = new Set((law.files.get(pathOf(name)) ?? "").split("\n"));
  const fresh = whole.split("\n").filter((line) => !known.has(line));
  return (
    <>
      <h3>{text("console.studio.adopt.lines")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <section className="studio-lines" tabIndex={0} aria-label={text("console.studio.adopt.lines")}>
        <pre>{fresh.join("\n")}</pre>
      </section>
    </>
  );
}

/** The second officer signs for the very words that will be in force. */
async function adoptAs(proposal: string, law: ProposalLaw, code: string): Promise<Result<Recorded>> {
  const second = await signAsSecond({ act: `rulebook.adopt/${law.hash}`, asked: {} }, code || undefined);
  if (second.kind === "problem") return second;
  const body = { second: second.value.token };
  return resultOfRecorded(await ask("proposalAdopt", { params: { hash: proposal }, body, key: crypto.randomUUID() }));
}
