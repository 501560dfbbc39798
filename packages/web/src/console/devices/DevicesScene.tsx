import { useQuery } from "@tanstack/react-query";
import type { DeviceRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { AddDevice } from "./AddDevice.tsx";

/** Gates and tills: which keys may sign for which lane. */
export function DevicesScene(): ReactNode {
  const text = useText();
  const query = useQuery({ queryKey: ["devices"], queryFn: () => asked("devices") });
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<DeviceRow>();
  const revoke = useDeed("devices");
  const dismiss = async ({ id }: DeviceRow): Promise<void> => {
    const question = { params: { id }, body: {}, key: crypto.randomUUID() };
    if (await revoke.run(async () => resultOfRecorded(await ask("deviceRevoke", question)))) setLeaving(undefined);
  };
  return (
    <Scene
      title={text("console.devices")}
      asking={askingOf({ ...query, isPlaceholderData: false })}
      aside={
        query.data?.may.includes("add") ? (
          <div className="scene-acts">
            <Button tone="primary" onPress={() => setAdding(true)}>
              {text("console.devices.add")}
            </Button>
          </div>
        ) : null
      }
    >
      <p className="quiet">{text("console.devices.more")}</p>
      <div className="sheet">
        <DataTable
          label={text("console.devices")}
          columns={useColumns(setLeaving)}
          rows={query.data?.rows ?? []}
          keyOf={({ id }) => id}
          empty={text("console.none")}
        />
      </div>
      {isAdding ? <AddDevice onClose={() => setAdding(false)} /> : null}
      {leaving ? (
        <ConfirmDialog
          title={text("console.devices.revoke.title", { gate: leaving.gate, lane: leaving.lane })}
          act={text("console.revoke")}
          isBusy={revoke.isBusy}
          problem={revoke.problem}
          onAct={() => void dismiss(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{text("console.devices.revoke.more")}</p>
        </ConfirmDialog>
      ) : null}
    </Scene>
  );
}

const KEY_SHOWN = 12;

function useColumns(onRevoke: (row: DeviceRow) => void): readonly Column<DeviceRow>[] {
  const text = useText();
  return [
    { id: "gate", label: text("console.gate"), cell: ({ gate }) => gate },
    { id: "lane", label: text("console.column.lane"), cell: ({ lane }) => lane },
    {
      id: "automatic",
      label: text("console.devices.kind"),
      cell: ({ automatic }) => text(automatic ? "console.devices.automatic" : "console.devices.manned"),
    },
    {
      id: "state",
      label: text("console.state"),
      cell: ({ active }) => text(active ? "console.state.active" : "console.state.revoked"),
    },
    {
      id: "key",
      label: text("console.devices.key"),
      cell: ({ id }) => <span className="ui-mono">{id.slice(0, KEY_SHOWN)}…</span>,
    },
    {
      id: "acts",
      label: text("console.acts"),
      cell: (row) =>
        row.active && row.may.includes("revoke") ? (
          <div className="row-acts">
            <Button onPress={() => onRevoke(row)}>{text("console.revoke")}</Button>
          </div>
        ) : null,
    },
  ];
}
