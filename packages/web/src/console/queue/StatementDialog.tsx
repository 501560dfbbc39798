import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useText } from "../../ui/language.ts";
import { asked, problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useQueueText } from "./queue-text.ts";
import { ROAD } from "./use-road.ts";

type Props = { readonly entry: number; readonly onClose: () => void };

/** The shift as this side has signed it: what the other side takes over. */
export function StatementDialog({ entry, onClose }: Props): ReactNode {
  const text = useText();
  const say = useQueueText();
  const { data, error } = useQuery({
    queryKey: [ROAD, "statement", entry],
    queryFn: () => asked("queueStatement", { params: { number: String(entry) } }),
  });
  const statement = data === undefined ? "" : JSON.stringify(data);
  return (
    <Dialog title={say("statement")} onClose={onClose}>
      <p>{say("statement.give")}</p>
      <ProblemLine problem={problemOf(error)} />
      <textarea className="road-statement" aria-label={say("statement")} readOnly value={statement} />
      <div className="ui-dialog-buttons">
        <Button onPress={() => void navigator.clipboard.writeText(statement)}>{text("console.copy")}</Button>
        <Button tone="primary" onPress={onClose}>
          {text("ui.done")}
        </Button>
      </div>
    </Dialog>
  );
}
