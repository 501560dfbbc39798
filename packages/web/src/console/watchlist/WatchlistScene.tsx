import { useQuery } from "@tanstack/react-query";
import type { WatchRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useWhen } from "../shell/use-when.ts";
import { AddWatch } from "./AddWatch.tsx";
import { WatchTable } from "./WatchTable.tsx";

/** Documents that a gate refers or refuses, by order of an authority. */
export function WatchlistScene(): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const when = useWhen();
  const query = useQuery({ queryKey: ["watchlist"], queryFn: () => asked("watchlist") });
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<WatchRow>();
  const withdraw = useDeed("watchlist");
  const end = async ({ id }: WatchRow): Promise<void> => {
    const question = { params: { id }, body: {}, key: crypto.randomUUID() };
    if (await withdraw.run(async () => resultOfRecorded(await ask("watchlistWithdraw", question))))
      setLeaving(undefined);
  };
  const { data } = query;
  return (
    <Scene
      title={text("console.watchlist")}
      asking={askingOf({ ...query, isPlaceholderData: false })}
      aside={
        <div className="scene-acts">
          {data ? <span className="quiet">{text("console.as-of", { time: when.moment(data.asOf) })}</span> : null}
          {data?.may.includes("add") ? (
            <Button tone="primary" onPress={() => setAdding(true)}>
              {text("console.watchlist.add")}
            </Button>
          ) : null}
        </div>
      }
    >
      <p className="found">
        {text("console.total", { n: data?.total ?? 0, count: formatInteger(locale, data?.total ?? 0) })}
      </p>
      <WatchTable rows={data?.rows ?? []} onWithdraw={setLeaving} />
      {isAdding ? <AddWatch onClose={() => setAdding(false)} /> : null}
      {leaving ? (
        <ConfirmDialog
          title={text("console.watchlist.withdraw.title", { number: `${leaving.issuer} ${leaving.number}` })}
          act={text("console.watchlist.withdraw")}
          isBusy={withdraw.isBusy}
          problem={withdraw.problem}
          onAct={() => void end(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{text("console.watchlist.withdraw.more")}</p>
        </ConfirmDialog>
      ) : null}
    </Scene>
  );
}
