import type { ReactNode } from "react";
import { BasketPanel } from "./BasketPanel.tsx";
import { HoldDialog } from "./HoldDialog.tsx";
import { JournalDialog } from "./JournalDialog.tsx";
import { LeftRoom } from "./LeftRoom.tsx";
import { PassRoom } from "./PassRoom.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { SlipPanel, SlipSheet } from "./Slip.tsx";
import { TillBanner } from "./TillBanner.tsx";
import { TillBar } from "./TillBar.tsx";
import { TillTop } from "./TillTop.tsx";
import type { TillActions, TillView } from "./view.ts";

export type TillProps = { readonly view: TillView; readonly on: TillActions };

/** The till: the gate's three rooms, one figure (what is left) and one action. All by props. */
export function TillScreen({ view, on }: TillProps): ReactNode {
  const { dialog, slip } = view;
  return (
    <>
      <div className="gate till">
        <TillTop view={view} on={on} />
        <PassRoom view={view} on={on} />
        <main className="follows till-follows">
          <TillBanner view={view} />
          {slip ? (
            <SlipPanel view={view} slip={slip} />
          ) : (
            <div className="follows-pair till-pair">
              <BasketPanel view={view} on={on} />
              <LeftRoom view={view} on={on} />
            </div>
          )}
        </main>
        <TillBar view={view} on={on} />
      </div>
      {dialog === "hold" ? <HoldDialog on={on} /> : null}
      {dialog === "return" ? <ReturnDialog view={view} on={on} /> : null}
      {dialog === "journal" ? <JournalDialog view={view} on={on} /> : null}
      {slip ? <SlipSheet view={view} slip={slip} /> : null}
    </>
  );
}
