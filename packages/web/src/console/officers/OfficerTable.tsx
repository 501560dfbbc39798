import type { Invitation, OfficerRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { InviteAgain } from "./InviteAgain.tsx";
import { RevokeOfficer } from "./RevokeOfficer.tsx";

type Props = {
  readonly rows: readonly OfficerRow[];
  readonly onInvited: (number: string, invitation: Invitation) => void;
};

export function OfficerTable({ rows, onInvited }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [leaving, setLeaving] = useState<OfficerRow>();
  const [invited, setInvited] = useState<OfficerRow>();
  const acts = (row: OfficerRow): ReactNode =>
    row.active ? (
      <div className="row-acts">
        {row.may.includes("invite") ? (
          <Button onPress={() => setInvited(row)}>{text("console.officers.invite")}</Button>
        ) : null}
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
      <div className="sheet">
        <DataTable
          label={text("console.officers")}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          empty={text("console.none")}
        />
      </div>
      {invited ? (
        <InviteAgain
          officer={invited}
          onClose={() => setInvited(undefined)}
          onInvited={(number, invitation) => {
            setInvited(undefined);
            onInvited(number, invitation);
          }}
        />
      ) : null}
      {leaving ? <RevokeOfficer officer={leaving} onClose={() => setLeaving(undefined)} /> : null}
    </>
  );
}
