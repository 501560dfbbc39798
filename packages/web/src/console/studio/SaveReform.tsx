import { Link } from "@tanstack/react-router";
import type { Problem, Recorded } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { problemText } from "../../ui/problem-text.ts";
import { TextField } from "../../ui/TextField.tsx";
import { queryClient } from "../asking/query-client.ts";
import { download } from "../csv/download.ts";
import { setName } from "./draft-text.ts";
import { hashText } from "./law.ts";
import { useStudio } from "./studio-context.ts";
import type { Draft } from "./use-draft.ts";

type Saved =
  | { readonly kind: "saved"; readonly recorded: Recorded; readonly text: string; readonly hash: string }
  | { readonly kind: "problem"; readonly problem: Problem; readonly text: string };

const NAME_CHARS_MAX = 40;

/** Saves the draft as a reform, recorded by the node; or as a file, whatever its state. */
export function SaveReform({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const { mayPropose } = useStudio();
  const [saved, setSaved] = useState<Saved>();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const body = { name: draft.name, text: draft.text };
    const done = resultOfRecorded(await ask("proposalAdd", { body, key: crypto.randomUUID() }));
    setBusy(false);
    void queryClient.invalidateQueries({ queryKey: ["proposals"] });
    if (done.kind === "ok")
      setSaved({ kind: "saved", recorded: done.value, text: draft.text, hash: hashText(draft.text) });
    else setSaved({ kind: "problem", problem: done.problem, text: draft.text });
  };
  const folder = draft.name.slice(0, draft.name.lastIndexOf("/") + 1);
  const canSave = draft.isJudged && draft.judged.holds && draft.judged.changes.length > 0;
  return (
    <section className="studio-save">
      <TextField
        label={text("console.studio.name")}
        value={draft.name.slice(folder.length)}
        onChange={(last) =>
          draft.write(setName(draft.text, folder + last.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-")))
        }
        maxLength={NAME_CHARS_MAX}
      />
      <div className="studio-buttons">
        {mayPropose ? (
          <Button tone="primary" isDisabled={!canSave || isBusy} onPress={() => void save()}>
            {text("console.studio.save")}
          </Button>
        ) : null}
        <Button onPress={() => download(`${draft.name.replaceAll("/", "-")}.yaml`, "application/yaml", [draft.text])}>
          {text("console.studio.download")}
        </Button>
      </div>
      {canSave || !mayPropose ? null : <p className="studio-note">{text("console.studio.cannot-save")}</p>}
      {saved?.text === draft.text ? <Outcome saved={saved} /> : null}
    </section>
  );
}

function Outcome({ saved }: { readonly saved: Saved }): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  if (saved.kind === "problem")
    return (
      <p className="ui-error" role="alert">
        {problemText(saved.problem, locale, text)}
      </p>
    );
  const number = formatInteger(locale, saved.recorded.receipt.number);
  return (
    <p role="status">
      {text("console.studio.saved", { number })}{" "}
      <Link to="/replays" search={{ proposal: saved.hash }}>
        {text("console.studio.replay")}
      </Link>
    </p>
  );
}
