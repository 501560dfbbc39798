import type { CaseSubject } from "@twinline/api";
import type { ReactNode } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { caseName, useBoardText } from "../supervision/board-text.ts";

type Props = {
  readonly about: CaseSubject;
  readonly root: number;
  /** The case that is open on it already. */
  readonly known: string | undefined;
  readonly mayOpen: boolean;
  readonly onCase: (id: string) => void;
};

/** Opens a case with the evidence that the node finds, or leads to the one that there is. */
export function OpenCase({ about, root, known, mayOpen, onCase }: Props): ReactNode {
  const text = useBoardText();
  const { run, isBusy, problem } = useDeed("cases");
  const open = async (): Promise<void> => {
    const question = { body: { about, root }, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("caseOpen", question)))) onCase(`${about}-${root}`);
  };
  if (known !== undefined)
    return <Button onPress={() => onCase(known)}>{`${text("case.go")}: ${caseName(text, about, known)}`}</Button>;
  if (!mayOpen) return null;
  return (
    <>
      <ProblemLine problem={problem} />
      <Button tone="primary" isDisabled={isBusy} onPress={() => void open()}>
        {text("case.open")}
      </Button>
    </>
  );
}
