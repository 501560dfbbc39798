import type { Session, Status } from "@twinline/api";
import { createContext, useContext } from "react";

/** Who works at this console, and on which node. */
export type Desk = { readonly session: Session; readonly status: Status; signOut(): void };

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk of the officer who is signed in. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new TypeError("Cannot work: nobody is signed in");
  return desk;
}

/** Whether the officer's role allows a deed such as "stay.list" at all. */
export function useMay(): (deed: string) => boolean {
  const { session } = useDesk();
  return (deed) => session.may.includes(deed);
}
