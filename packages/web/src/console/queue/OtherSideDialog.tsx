import type { QueueDay } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";
import { answered } from "./answered.ts";
import { useQueueText } from "./queue-text.ts";
import { ROAD } from "./use-road.ts";

const ACT = "queue.trust_peer";

type Props = { readonly data: QueueDay; readonly onClose: () => void };

/** The other side's word: first its key is compared by two officers, then its signed shifts are taken over. */
export function OtherSideDialog({ data, onClose }: Props): ReactNode {
  return data.peerKey === undefined ? (
    <TrustKey ownKey={data.ownKey} onClose={onClose} />
  ) : (
    <TakeStatement onClose={onClose} />
  );
}

function TrustKey({ ownKey, onClose }: { readonly ownKey: string; readonly onClose: () => void }): ReactNode {
  const say = useQueueText();
  const { run, isBusy, problem } = useDeed(ROAD);
  const [key, setKey] = useState("");
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const trust = async (): Promise<void> => {
    setAsked(true);
    if (key.trim() === "") return;
    const done = await run(async () => {
      const asked = { key: key.trim() };
      const second = await signAsSecond({ act: ACT, asked }, code || undefined);
      if (second.kind === "problem") return second;
      const body = { ...asked, second: second.value.token };
      return resultOfRecorded(await ask("queuePeer", { body, key: crypto.randomUUID() }));
    });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={say("key.code")}
      act={say("act.trust")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void trust()}
      onClose={onClose}
    >
      <p>{say("key.more")}</p>
      <p className="ui-label">{say("key.ours")}</p>
      <p className="invitation">{ownKey}</p>
      <TextField
        label={say("key.code")}
        mono
        value={key}
        onChange={setKey}
        maxLength={400}
        error={isAsked && key.trim() === "" ? say("error.key") : undefined}
      />
      <SecondFields code={code} onCode={setCode} />
    </ConfirmDialog>
  );
}

function TakeStatement({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useQueueText();
  const { run, isBusy, problem } = useDeed(ROAD);
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  const statement = parsed(typed);
  const take = async (): Promise<void> => {
    setAsked(true);
    if (statement === undefined) return;
    const question = { body: statement, key: crypto.randomUUID() };
    if ((await run(async () => answered(await ask("queueStatementTake", question)))) !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={say("act.other-side")}
      act={say("act.take")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void take()}
      onClose={onClose}
    >
      <p>{say("statement.take")}</p>
      <textarea
        className="road-statement"
        aria-label={say("statement.paste")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isAsked && statement === undefined ? <p className="ui-error">{say("error.statement")}</p> : null}
    </ConfirmDialog>
  );
}

/** What was pasted, when it is JSON at all; whether it is a statement the node says. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "receipt" in value ? value : undefined;
  } catch {
    return undefined;
  }
}
