import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDesk } from "../shell/desk.ts";

type Props = { readonly code: string; readonly onCode: (code: string) => void };

/** Asks for the second officer of a deed that takes two; a demonstration offers a one-time code in place of a passkey. */
export function SecondFields({ code, onCode }: Props): ReactNode {
  const text = useText();
  const { session } = useDesk();
  return (
    <>
      <p>{text("gate.override.second")}</p>
      {session.passkey ? null : (
        <TextField label={text("gate.override.code")} mono value={code} onChange={onCode} maxLength={43} />
      )}
    </>
  );
}
