import { useQuery } from "@tanstack/react-query";
import type { Invitation, OfficerRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { AddOfficer } from "./AddOfficer.tsx";
import { InvitationDialog } from "./InvitationDialog.tsx";
import { OfficerTable } from "./OfficerTable.tsx";

/** Who is asked for what: an officer to add, or a link that was just made. */
type Doing =
  | { readonly kind: "add" }
  | { readonly kind: "invited"; readonly number: string; readonly invitation: Invitation };

/** The roll: who works here, who joins, who leaves. */
export function OfficersScene(): ReactNode {
  const text = useText();
  const query = useQuery({ queryKey: ["officers"], queryFn: () => asked("officers") });
  const [doing, setDoing] = useState<Doing>();
  const rows: readonly OfficerRow[] = query.data?.rows ?? [];
  const invited = (number: string, invitation: Invitation): void => setDoing({ kind: "invited", number, invitation });
  const close = (): void => setDoing(undefined);
  return (
    <Scene
      title={text("console.officers")}
      asking={askingOf({ ...query, isPlaceholderData: false })}
      aside={
        query.data?.may.includes("add") ? (
          <div className="scene-acts">
            <Button tone="primary" onPress={() => setDoing({ kind: "add" })}>
              {text("console.officers.add")}
            </Button>
          </div>
        ) : null
      }
    >
      <OfficerTable rows={rows} onInvited={invited} />
      {doing?.kind === "add" ? (
        <AddOfficer forTwo={query.data?.forTwo ?? []} onClose={close} onInvited={invited} />
      ) : null}
      {doing?.kind === "invited" ? <InvitationDialog {...doing} onClose={close} /> : null}
    </Scene>
  );
}
