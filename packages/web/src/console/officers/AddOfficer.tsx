import type { Invitation, OfficerAdded, Session } from "@twinline/api";
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
type Props = { readonly onClose: () => void; readonly onInvited: (number: string, invitation: Invitation) => void };

const roles: readonly RoleName[] = ["gate_officer", "duty_officer", "customs_officer", "analyst", "administrator"];

/** Another officer; a further administrator takes two people (P26). */
export function AddOfficer({ onClose, onInvited }: Props): ReactNode {
  const text = useText();
  const { run, isBusy, problem } = useDeed("officers");
  const [number, setNumber] = useState("");
  const [role, setRole] = useState<RoleName | "">("");
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isNumber = /^[0-9A-Z-]{1,12}$/.test(number);
  const add = async (): Promise<void> => {
    setAsked(true);
    if (!isNumber || role === "") return;
    const added = await run(() => addOfficer(number, role, code.trim()));
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
      {role === "administrator" ? <SecondFields code={code} onCode={setCode} /> : null}
    </ConfirmDialog>
  );
}

async function addOfficer(number: string, role: RoleName, code: string): Promise<Result<OfficerAdded>> {
  const key = crypto.randomUUID();
  if (role !== "administrator") return recorded(await ask("officerAdd", { body: { number, role }, key }));
  const asked = { number, role };
  const second = await signAsSecond({ act: "officer.add_administrator", asked }, code || undefined);
  if (second.kind === "problem") return second;
  return recorded(await ask("officerAdd", { body: { ...asked, second: second.value.token }, key }));
}

/** What the journal took down as refused is a problem too. */
function recorded(reply: Parameters<typeof resultOf<OfficerAdded>>[0]): Result<OfficerAdded> {
  const done = resultOfRecorded(reply);
  return done.kind === "problem" ? done : resultOf(reply);
}
