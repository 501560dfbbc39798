import type { Invitation, OfficerAdd, OfficerAdded, Session } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { type Result, resultOf, resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";

type RoleName = Session["officer"]["role"];
type Props = {
  /** Roles whose officers two people add. */
  readonly forTwo: readonly RoleName[];
  readonly onClose: () => void;
  readonly onInvited: (number: string, invitation: Invitation) => void;
};

const roles: readonly RoleName[] = ["gate_officer", "duty_officer", "customs_officer", "analyst", "administrator"];

/** Another officer; one who may sign as one of two takes two people (P26). */
export function AddOfficer({ forTwo, onClose, onInvited }: Props): ReactNode {
  const text = useText();
  const { run, isBusy, problem } = useDeed("officers");
  const [number, setNumber] = useState("");
  const [role, setRole] = useState<RoleName | "">("");
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const takesTwo = role !== "" && forTwo.includes(role);
  const isNumber = /^[0-9A-Z-]{1,12}$/.test(number);
  const add = async (): Promise<void> => {
    setAsked(true);
    if (!isNumber || role === "") return;
    const added = await run(() => (takesTwo ? addByTwo({ number, role }, code.trim()) : addAlone({ number, role })));
    if (!added) return;
    if (added.invitation) onInvited(number, added.invitation);
    else onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.officers.add")}
      act={text("console.officers.add.act")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void add()}
      onClose={onClose}
    >
      <TextField
        label={text("console.officers.number")}
        value={number}
        onChange={setNumber}
        maxLength={12}
        error={isAsked && !isNumber ? text("console.officers.number.error") : undefined}
      />
      <Select
        label={text("console.officers.role")}
        empty={text("ui.choose")}
        value={role}
        onChange={(next) => setRole(roles.find((one) => one === next) ?? "")}
        options={roles.map((one) => ({ value: one, label: text(`console.role.${one}`) }))}
        error={isAsked && role === "" ? text("console.officers.role.error") : undefined}
      />
      {takesTwo ? <SecondFields code={code} onCode={setCode} /> : null}
    </ConfirmDialog>
  );
}

async function addAlone(body: OfficerAdd): Promise<Result<OfficerAdded>> {
  return recorded(await ask("officerAdd", { body, key: crypto.randomUUID() }));
}

async function addByTwo(asked: OfficerAdd, code: string): Promise<Result<OfficerAdded>> {
  const second = await signAsSecond({ act: "officer.add_signatory", asked }, code || undefined);
  return second.kind === "problem" ? second : addAlone({ ...asked, second: second.value.token });
}

/** What the journal took down as refused is a problem too. */
function recorded(reply: Parameters<typeof resultOf<OfficerAdded>>[0]): Result<OfficerAdded> {
  const done = resultOfRecorded(reply);
  return done.kind === "problem" ? done : resultOf(reply);
}
