import type { Invitation, OfficerRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOf, resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";

type Props = {
  readonly rows: readonly OfficerRow[];
  readonly mayInvite: boolean;
  readonly onInvited: (number: string, invitation: Invitation) => void;
};

export function OfficerTable({ rows, mayInvite, onInvited }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const invite = useDeed("officers");
  const revoke = useDeed("officers");
  const [leaving, setLeaving] = useState<OfficerRow>();
  const inviteAgain = async ({ id, number }: OfficerRow): Promise<void> => {
    const made = await invite.run(async () => resultOf(await ask("officerInvite", { params: { id }, body: {} })));
    if (made) onInvited(number, made);
  };
  const dismiss = async ({ id }: OfficerRow): Promise<void> => {
    const question = { params: { id }, body: {}, key: crypto.randomUUID() };
    const done = await revoke.run(async () => resultOfRecorded(await ask("officerRevoke", question)));
    if (done) setLeaving(undefined);
  };
  const acts = (row: OfficerRow): ReactNode =>
    row.active ? (
      <div className="row-acts">
        {mayInvite ? <Button onPress={() => void inviteAgain(row)}>{text("console.officers.invite")}</Button> : null}
        {row.may.includes("revoke") ? <Button onPress={() => setLeaving(row)}>{text("console.revoke")}</Button> : null}
      </div>
    ) : null;
  const columns: readonly Column<OfficerRow>[] = [
    { id: "number", label: text("console.officers.number"), cell: ({ number }) => number },
    { id: "role", label: text("console.officers.role"), cell: ({ role }) => text(`console.role.${role}`) },
    {
      id: "state",
      label: text("console.state"),
      cell: ({ active }) => text(active ? "console.state.active" : "console.state.revoked"),
    },
    {
      id: "passkeys",
      label: text("console.officers.passkeys"),
      cell: ({ passkeys }) => formatInteger(locale, passkeys.length),
      isFigure: true,
    },
    { id: "acts", label: text("console.acts"), cell: acts },
  ];
  return (
    <>
      <ProblemLine problem={invite.problem} />
      <div className="sheet">
        <DataTable
          label={text("console.officers")}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          empty={text("console.none")}
        />
      </div>
      {leaving ? (
        <ConfirmDialog
          title={text("console.officers.revoke.title", { number: leaving.number })}
          act={text("console.revoke")}
          isBusy={revoke.isBusy}
          problem={revoke.problem}
          onAct={() => void dismiss(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{text("console.officers.revoke.more")}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
